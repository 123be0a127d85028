using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.OrgUnits;
using static EduAnalytics.Findings.Tests.Small;

namespace EduAnalytics.Findings.Tests;

public sealed class TargetTests
{
    [Theory]
    [InlineData(50, null)]
    [InlineData(49.5, Severity.Info)]
    [InlineData(45, Severity.Warning)]
    [InlineData(25, Severity.Critical)]
    public void How_far_a_target_is_missed_decides_how_grave_it_is(double rate, Severity? severity)
    {
        var city = WithSchools(0).State(District, Of("fitness.excellent_good_rate", 2023, (decimal)rate));

        Assert.Equal(severity, city.Of(District).By("target.missed").SingleOrDefault()?.Severity);
    }

    [Fact]
    public void Any_incident_where_none_may_be_is_critical()
    {
        var city = WithSchools(0).State(District, Of("safety.food_incidents", 2024, 1));

        Assert.Equal(Severity.Critical, Assert.Single(city.Of(District).By("target.missed")).Severity);
    }

    [Fact]
    public void A_countys_target_is_not_asked_of_a_single_school()
    {
        var city = WithSchools(1, SchoolStage.Kindergarten)
            .State(School(0), Of("preschool.children", 2024, 100), Of("preschool.children_public", 2024, 0));

        Assert.Empty(city.Of(School(0)).By("target.missed_by_county"));
        Assert.Single(city.Of(District).By("target.missed_by_county"));
    }

    [Theory]
    [InlineData(SchoolStage.Primary, 0.50, null)]
    [InlineData(SchoolStage.Primary, 0.532, "balance.quality_missed")]
    [InlineData(SchoolStage.Primary, 0.66, "target.missed_by_county")]
    [InlineData(SchoolStage.Junior, 0.368, null)]
    [InlineData(SchoolStage.Junior, 0.46, "balance.quality_missed")]
    public void A_further_standard_is_told_where_the_nearer_one_is_met(SchoolStage stage, double coefficient, string? rule)
    {
        var city = WithSchools(0).State(District, Of("balance.variation_coefficient", 2023, (decimal)coefficient, stage));

        string[] targets = ["balance.quality_missed", "target.missed_by_county"];
        Assert.Equal(rule, city.Of(District).SingleOrDefault(finding => targets.Contains(finding.Id.Rule))?.Id.Rule);
    }

    [Fact]
    public void Once_the_seven_are_known_they_are_judged_and_the_stated_mean_is_not()
    {
        var city = WithSchools(2).State(District, Of("balance.variation_coefficient", 2023, 0.532m, SchoolStage.Primary));
        string[] seven =
        [
            "teachers.above_required_degree", "teachers.backbone", "teachers.arts_pe", "facilities.teaching_area", "facilities.sports_area",
            "facilities.equipment_value", "facilities.multimedia_rooms",
        ];
        for (var n = 0; n < 2; n++)
        {
            // One of the seven spreads by 0.6, the others not at all.
            city.State(School(n), [Primary("students.enrolled", 2023, 100), .. seven.Select(code => Primary(code, 2023, code == "facilities.sports_area" ? 400 + (1200 * n) : 50))]);
        }

        Assert.Empty(city.Of(District).By("balance.quality_missed"));
        var finding = Assert.Single(city.Of(District).By("target.missed_by_county"));
        Assert.Equal("balance.quality_variation_coefficient", finding.Id.Subject);
        Assert.Equal([0.6m, 0.50m], finding.Values);
    }

    [Fact]
    public void A_target_that_could_not_be_confirmed_says_so()
    {
        var city = WithSchools(0).State(District, Of("fitness.pass_rate", 2024, 80));

        Assert.Contains("目标为不低于92%（该目标值未经公开文本证实），差12", Assert.Single(city.Of(District).By("target.missed")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missed_rate_says_how_many_schools_it_comes_from()
    {
        var city = WithSchools(3).State(
            School(0), Primary("fitness.tested", 2024, 100), Primary("fitness.excellent", 2024, 10), Primary("fitness.good", 2024, 10));

        var finding = Assert.Single(city.Of(District).By("target.missed"), finding => finding.Id.Subject == "fitness.excellent_good_rate");
        Assert.Contains("（3 个单位中 1 个已报）", finding.Message, StringComparison.Ordinal);
    }
}
