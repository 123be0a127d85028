using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Sources;
using static EduAnalytics.Domain.Tests.SpreadField;

namespace EduAnalytics.Domain.Tests;

/// <summary>What an explanation shows as the parts of a value, for each kind of formula.</summary>
public class ValuePartTests
{
    [Fact]
    public void Of_a_share_of_schools_each_schools_measure_and_whether_it_counts()
    {
        var explanation = Explain("doctors.share", RollUpOf([("doctors", 3m)], [("doctors", 0m)]));

        Assert.EndsWith("= 1 ÷ 2 × 100 = 50", explanation.Formula, StringComparison.Ordinal);
        Assert.Equal([3m, 0m], PartsOf(explanation, "doctors"));
        Assert.Equal([1m, 0m], PartsOf(explanation, "schools.with(doctors)"));
        Assert.Equal([1m, 1m], PartsOf(explanation, "schools.reporting(doctors)"));
    }

    [Fact]
    public void Of_a_spread_each_schools_ratio_and_its_weight()
    {
        var explanation = Explain("books.variation", RollUpOf(SchoolsOf((45, 279), (37, 137))));

        Assert.Equal([6.2m, 3.702703m], PartsOf(explanation, "books ÷ students"));
        Assert.Equal([45m, 37m], PartsOf(explanation, "students"));
        Assert.Equal(4, explanation.Contributions.Length);
    }

    [Fact]
    public void Of_a_mean_each_spread_once_and_the_schools_behind_it()
    {
        var explanation = Explain("books.mean_variation", RollUpOf(SchoolsOf((45, 279), (37, 137))));

        Assert.Equal(Field.District.Id, Assert.Single(explanation.Contributions, part => part.Measure == "coefficient of variation of books ÷ students").OrgUnit);
        Assert.Equal([6.2m, 3.702703m], PartsOf(explanation, "books ÷ students"));
    }

    [Fact]
    public void Of_a_change_the_parts_of_both_periods()
    {
        var ledger = new SchoolLedger(null);
        State(ledger, [("books", 300m), ("students", 100m)], Field.Year2023);
        State(ledger, [("books", 450m), ("students", 100m)], Field.Year2024);

        var explanation = new IndicatorExplainer(Catalogue, new SchoolMeasures(Field.Primary, ledger, Catalogue), ledger.Stated, [])
            .Explain(Catalogue.FindIndicator("books.change")!, Field.Year2024, null);

        Assert.Equal(
            [(Field.Year2024, 450m), (Field.Year2023, 300m)],
            explanation.Contributions.Where(part => part.Measure == "books").Select(part => (part.Period, part.Value)));
    }

    [Fact]
    public void Of_a_ratio_of_averages_the_totals_of_the_schools()
    {
        var explanation = Explain("pay.ratio", RollUpOf(
            [("teacher_pay", 90m), ("teachers", 10m), ("official_pay", 80m), ("officials", 10m)],
            [("teacher_pay", 60m), ("teachers", 30m), ("official_pay", 80m), ("officials", 10m)]));

        Assert.Equal([900m, 1800m], PartsOf(explanation, "total(teacher_pay × teachers)"));
        Assert.Equal([10m, 30m], PartsOf(explanation, "teachers"));
    }

    [Fact]
    public void Of_targets_met_each_indicators_value_and_the_schools_behind_it()
    {
        var explanation = Explain("targets.met", RollUpOf(
            [("books", 279m), ("students", 45m), ("doctors", 1m)], [("books", 137m), ("students", 37m), ("doctors", 0m)]));

        Assert.EndsWith("= 1 of 2 = 1", explanation.Formula, StringComparison.Ordinal);
        Assert.Equal([0.2450m], PartsOf(explanation, "books.variation"));
        Assert.Equal([50m], PartsOf(explanation, "doctors.share"));
        Assert.Equal([6.2m, 3.702703m], PartsOf(explanation, "books ÷ students"));
    }

    [Fact]
    public void A_district_names_the_schools_behind_a_value_and_those_behind_a_part_of_it()
    {
        var rollUp = RollUpOf([("books", 279m), ("students", 45m)], [("doctors", 1m)]);
        var explainer = new IndicatorExplainer(Catalogue, Over(rollUp), new StatedFigures(), rollUp.Rows);

        Assert.Equal(["230404-s0"], Below("books.variation", null));
        Assert.Equal(["230404-s0"], Below("targets.met", "books ÷ students"));
        Assert.Equal(["230404-s1"], Below("targets.met", "doctors"));
        Assert.Equal(["230404-s1"], Below("targets.met", "doctors.share"));
        Assert.Equal(["230404-s0"], Below("books.mean_variation", "coefficient of variation of books ÷ students"));

        IEnumerable<string> Below(string indicator, string? part) =>
            explainer.FindSources(new SourceQuestion(indicator, Field.Year2024, null, part, 0)).Below.Select(unit => unit.OrgUnit.Code);
    }

    private static Explanation Explain(string indicator, RollUp rollUp) =>
        new IndicatorExplainer(Catalogue, Over(rollUp), new StatedFigures(), rollUp.Rows).Explain(Catalogue.FindIndicator(indicator)!, Field.Year2024, null);

    private static IEnumerable<decimal> PartsOf(Explanation explanation, string measure) =>
        explanation.Contributions.Where(part => part.Measure == measure).Select(part => part.Value);
}
