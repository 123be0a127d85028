using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Problems;
using EduAnalytics.Domain.Submissions;
using static EduAnalytics.Findings.Tests.Small;

namespace EduAnalytics.Findings.Tests;

/// <summary>What is missed, beside what the authority itself names as a problem.</summary>
public sealed class LedgerTests
{
    private const string Unnamed = "target.missed_unnamed";
    private const string NoLedger = "ledger.not_handed_in";

    [Fact]
    public void A_miss_that_no_problem_is_about_is_told_with_the_ledger_that_is_silent_of_it()
    {
        var city = WithMisses().Submit(Ledger(2024, Problem("1", "safety.food_incidents")));

        var finding = Assert.Single(city.Of(District).By(Unnamed));

        Assert.Equal(("fitness.excellent_good_rate", Severity.Critical), (finding.Id.Subject, finding.Severity));
        Assert.Equal("2024年体质健康优良率为10%，要求不低于50%，相差40，而报送的问题清单（共1项）没有列出。", finding.Message);
        Assert.Equal([10m, 50m], finding.Values);
        Assert.Contains(finding.Sources, source => source is { Document: "自评报告", Section: "三" });
        Assert.Contains(finding.Sources, source => source.Document == "年度报表");
    }

    [Fact]
    public void Naming_the_problem_later_takes_the_finding_back()
    {
        var city = WithMisses().Submit(Ledger(2024, Problem("1", "safety.food_incidents")));

        city.Submit(Ledger(2024, Problem("1", "safety.food_incidents"), Problem("2", "fitness.excellent_good_rate", "fitness.pass_rate")));

        Assert.Empty(city.Of(District).By(Unnamed));
    }

    [Fact]
    public void A_problem_that_is_called_closed_and_still_missed_is_not_named()
    {
        var city = WithMisses().Submit(Ledger(
            2024, Problem("1", "safety.food_incidents"), Problem("2", "fitness.excellent_good_rate") with { Status = ProblemStatus.Closed }));

        Assert.Equal("fitness.excellent_good_rate", Assert.Single(city.Of(District).By(Unnamed)).Id.Subject);
    }

    [Theory]
    [InlineData(2023, false)]
    [InlineData(2024, true)]
    [InlineData(2025, true)]
    [InlineData(2026, false)]
    public void A_ledger_answers_for_its_own_year_and_the_year_before(int year, bool answers)
    {
        var ledger = new ProblemLedger(Period.OfYear(year), new Source("自评报告", "三"), [], "s", WorkedCity.Noon);

        Assert.Equal((answers, answers), (ledger.AnswersFor(Period.OfYear(2024)), ledger.AnswersFor(Period.Parse("2024H1"))));
    }

    [Fact]
    public void An_empty_ledger_names_nothing()
    {
        var city = WithMisses().Submit(Ledger(2024));

        Assert.Equal(["fitness.excellent_good_rate", "safety.food_incidents"], city.Of(District).By(Unnamed).Select(finding => finding.Id.Subject).Order());
    }

    [Fact]
    public void Two_documents_of_one_year_name_together()
    {
        var city = WithMisses().Submit(Ledger(2024, Problem("1", "safety.food_incidents")))
            .Submit(Ledger(2024, Problem("1", "fitness.excellent_good_rate")) with { Id = "other", Source = new Source("整改台账", null) });

        Assert.Empty(city.Of(District).By(Unnamed));
    }

    [Fact]
    public void Without_any_ledger_one_finding_says_so_for_all_that_is_missed()
    {
        var city = WithMisses();

        var finding = Assert.Single(city.Of(District).By(NoLedger));
        Assert.Equal((2m, Severity.Info), (finding.Values[0], finding.Severity));
        Assert.Contains("体质健康优良率、食品安全事故数", finding.Message, StringComparison.Ordinal);
        Assert.Empty(city.Of(District).By(Unnamed));

        Assert.Empty(city.Submit(Ledger(2024)).Of(District).By(NoLedger));
    }

    [Fact]
    public void A_district_that_misses_nothing_needs_no_ledger() =>
        Assert.Empty(WithSchools(0).State(District, Of("fitness.excellent_good_rate", 2024, 55)).Of(District).By(NoLedger));

    [Fact]
    public void What_is_missed_by_a_hair_need_not_be_named()
    {
        var city = WithSchools(0).State(District, Of("fitness.excellent_good_rate", 2024, 49.5m)).Submit(Ledger(2024));

        Assert.Empty(city.Of(District).By(Unnamed));
    }

    [Fact]
    public void A_further_standard_that_is_missed_is_named_or_told_too()
    {
        var city = WithSchools(0).State(District, Of("balance.variation_coefficient", 2023, 0.532m, SchoolStage.Primary)).Submit(Ledger(2024));

        var finding = Assert.Single(city.Of(District).By(Unnamed));
        Assert.Contains("要求不高于0.5，相差0.032", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_school_hands_in_a_ledger_of_its_own()
    {
        var city = WithSchools(1).State(School(0), Of("fitness.excellent_good_rate", 2024, 10, SchoolStage.Primary));

        city.Submit(Ledger(2024) with { OrgUnit = OrgUnitId.Parse(School(0)) });

        Assert.Single(city.Of(School(0)).By(Unnamed));
    }

    private static WorkedCity WithMisses() =>
        WithSchools(0).State(District, Of("fitness.excellent_good_rate", 2024, 10), Of("safety.food_incidents", 2024, 1));

    private static ProblemsSubmission Ledger(int year, params Problem[] problems) => new(
        $"ledger-{year}-{problems.Length}", OrgUnitId.Parse(District), Period.OfYear(year), new Source("自评报告", "三"), [.. problems]);

    private static Problem Problem(string number, params string[] indicators) => new(number, "问题", [.. indicators]);
}
