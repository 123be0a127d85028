using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Findings.Tests;

/// <summary>What the system tells of the first customer's own report, from its figures alone.</summary>
public sealed class SeedTests
{
    private const string Nanshan = "230404";

    [Fact]
    public void The_report_is_told_what_it_leaves_out_and_is_not_blamed_for_what_it_has_right()
    {
        var found = Shipped.Seed().Of(Nanshan).ToList();

        // What it leaves out, each with the numbers side by side and the report's own words.
        Raised("parts.kindergarten_staff", "preschool.staff", 2024, null, Severity.Warning, [17, 71, 91], "相差3人", "17人为在编人员");
        Raised("target.missed", "fitness.excellent_good_rate", 2023, null, Severity.Critical, [3.4m, 50], "差46.6", "2023年体质健康优良率为3.4%");
        Raised("target.missed_by_county", "preschool.public_share", 2024, null, Severity.Warning, [28.77m, 50], "目标为不低于50%", "公办幼儿园幼儿占比达28.8%");
        Raised("balance.quality_missed", "balance.variation_coefficient", 2023, SchoolStage.Primary, Severity.Warning,
            [0.532m, 0.65m, 0.50m], "差0.032", "义务教育学校差异系数小学为0.532");
        Raised("target.missed", "preschool.insured_share", 2024, null, Severity.Warning, [53.85m, 100], "53.85%", "为49人缴纳养老、失业、工伤、医疗");
        Raised("claim.myopia_without_figure", "health.schools_myopia_not_falling", 2023, null, Severity.Warning, [1],
            "没有给出近视率", "部分学校没有达到逐年下降的要求（下限）");
        Raised("zero.dropout_without_base", "students.dropped_out", 2024, null, Severity.Warning, [0], "没有在校学生数", "截至目前，辖区内无辍学生");

        // What it has right.
        NotRaised("parts.insured_staff", "49 = 34 + 15");
        NotRaised("parts.contracted_staff", "71 = 2 + 69");
        NotRaised("stated.contradicted", "530 of 1842 are 28.77 %, stated as 28.8");
        NotRaised("share.impossible", "28.8 % of 1842 are 530");
        NotRaised("schools.miscounted", "five schools are stated, and five named");
        Assert.DoesNotContain(found, finding => finding.Id.Subject == "staff.pay_ratio");
        Assert.DoesNotContain(found, finding => finding.Id.Subject is "staff.doctor_coverage" or "staff.psychology_coverage");

        // The year 2023 beside the first half of 2024 is no fall, and 22.7 beside 28.8 no jump.
        Assert.DoesNotContain(found, finding => finding.Id.Subject == "finance.allocated");
        NotRaised("jump.rate", "the public share rose by six points");

        void Raised(
            string rule, string subject, int year, SchoolStage? stage, Severity severity, decimal[] values, string words, string quote)
        {
            var finding = Assert.Single(found, finding => finding.Id.Rule == rule && finding.Id.Subject == subject && finding.Period.Start.Year == year);
            Assert.Equal((severity, Stage(subject, stage)), (finding.Severity, finding.Id.Stage));
            Assert.Equal(values, finding.Values);
            Assert.Contains(words, finding.Message, StringComparison.Ordinal);
            Assert.Contains(finding.Sources, source => source.Quote?.Contains(quote, StringComparison.Ordinal) == true);
            Assert.All(finding.Sources, source => Assert.False(string.IsNullOrEmpty(source.Document) || string.IsNullOrEmpty(source.Section)));
        }

        void NotRaised(string rule, string because) =>
            Assert.False(found.Exists(finding => finding.Id.Rule == rule), $"{rule} was raised, although {because}.");
    }

    [Fact]
    public void What_the_report_misses_and_does_not_name_among_its_problems_is_told()
    {
        var unnamed = Shipped.Seed().Of(Nanshan).By("target.missed_unnamed").ToList();

        Assert.Equal(
            ["balance.variation_coefficient 2023", "fitness.excellent_good_rate 2023", "preschool.public_share 2023", "preschool.public_share 2024"],
            unnamed.Select(finding => $"{finding.Id.Subject} {finding.Period}").Order(StringComparer.Ordinal));
        Assert.All(unnamed, finding => Assert.Contains(finding.Sources, source => source.Section == "三"));

        // The insurance of kindergarten staff is missed too, and named: 问题2.
        Assert.Contains(Shipped.Seed().Of(Nanshan).By("target.missed"), finding => finding.Id.Subject == "preschool.insured_share");
        Assert.Empty(Shipped.Seed().Of(Nanshan).By("ledger.not_handed_in"));
    }

    [Fact]
    public void A_correction_withdraws_its_finding_and_no_other()
    {
        var city = Shipped.Seed();
        var before = city.Of(Nanshan).Select(finding => finding.Id).ToHashSet();

        city.State(Nanshan, new Domain.Measures.Figure("preschool.staff_established", Domain.Periods.Period.OfYear(2024), SchoolStage.Kindergarten, 20));

        before.ExceptWith(city.Of(Nanshan).Select(finding => finding.Id));
        Assert.Equal("parts.kindergarten_staff", Assert.Single(before).Rule);
    }

    [Fact]
    public void Enrolment_puts_a_base_behind_the_zero()
    {
        var city = Shipped.Seed();

        city.State(Nanshan, new Domain.Measures.Figure("students.enrolled", Domain.Periods.Period.OfYear(2024), null, 5600));

        Assert.DoesNotContain(city.Of(Nanshan), finding => finding.Id.Rule.StartsWith("zero.", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_finding_is_told_in_both_languages_without_a_blank()
    {
        Assert.All(Shipped.Seed().Findings, finding =>
        {
            Assert.DoesNotContain("{", finding.Message + finding.MessageEn, StringComparison.Ordinal);
            Assert.Contains(finding.Message, c => c > '\u4e00');
            Assert.DoesNotContain(finding.MessageEn, c => c > '\u4e00');
        });
    }

    /// <summary>Kindergarten figures are of that stage also where none is named.</summary>
    private static SchoolStage? Stage(string subject, SchoolStage? stage) =>
        subject.StartsWith("preschool.", StringComparison.Ordinal) ? SchoolStage.Kindergarten : stage;
}
