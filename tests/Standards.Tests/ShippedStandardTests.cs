using EduAnalytics.Domain.Catalogues.Documents;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Standards;
using EduAnalytics.Testing;

namespace EduAnalytics.Standards.Tests;

/// <summary>The standards in the repository's catalogue.</summary>
public sealed class ShippedStandardTests
{
    [Fact]
    public void The_four_standards_of_the_contract_are_there_with_names_and_sources()
    {
        Assert.Equal(
            ["quality-balanced-2017", "basic-balanced-2012", "preschool-2020", "duties-2024"],
            Shipped.Catalogue.Standards.Select(standard => standard.Code));
        Assert.All(Shipped.Catalogue.Standards, standard => Assert.NotEmpty(standard.Source));
        Assert.All(Shipped.Catalogue.Standards, standard => Assert.NotEmpty(standard.NotComputed));
    }

    [Theory]
    [InlineData("qualified-teachers", 4.2, 5.3)]
    [InlineData("backbone-teachers", 1, 1)]
    [InlineData("arts-pe-teachers", 0.9, 0.9)]
    [InlineData("teaching-area", 4.5, 5.8)]
    [InlineData("sports-area", 7.5, 10.2)]
    [InlineData("equipment-value", 2000, 2500)]
    [InlineData("multimedia-rooms", 2.3, 2.4)]
    [InlineData("six-of-seven", 6, 6)]
    [InlineData("variation", 0.50, 0.45)]
    [InlineData("sports-area-spread", 0.50, 0.45)]
    public void The_quality_standard_has_its_thresholds_by_stage(string code, double primary, double junior) =>
        Assert.Equal(
            ((decimal?)primary, (decimal?)junior),
            (Shipped.Quality.FindCriterion($"{code}-primary")?.Threshold, Shipped.Quality.FindCriterion($"{code}-junior")?.Threshold));

    [Fact]
    public void The_rule_is_six_of_seven_and_85_hundredths_of_the_seventh()
    {
        var rule = Assert.IsType<CriterionScope.MostOf>(Shipped.Quality.FindCriterion("six-of-seven-junior")!.Scope);

        Assert.Equal((7, 0.85m), (rule.Criteria.Length, rule.RestShare));
        Assert.All(rule.Criteria, code => Assert.Equal(SchoolStage.Junior, Shipped.Quality.FindCriterion(code)!.Stage));
    }

    [Fact]
    public void The_basic_standard_averages_eight_spreads()
    {
        var spread = Assert.IsType<CriterionScope.Spread>(Shipped.Basic.FindCriterion("variation-primary")!.Scope);

        Assert.Equal(8, spread.Of.Distinct().Count());
        Assert.Equal((0.65m, 0.55m), (Shipped.Basic.FindCriterion("variation-primary")!.Threshold, Shipped.Basic.FindCriterion("variation-junior")!.Threshold));
    }

    [Fact]
    public void Preschool_asks_for_85_80_and_50() =>
        Assert.Equal([85m, 80m, 50m], Shipped.Preschool.Criteria.Select(criterion => criterion.Threshold));

    [Fact]
    public void Every_section_of_the_report_is_answered_or_named_as_not_computed()
    {
        var sections = Shipped.Duties.Criteria.Select(criterion => criterion.Section)
            .Concat(Shipped.Duties.NotComputed.Select(duty => duty.Section));

        Assert.Equal(
            ["一(一)", "一(七)", "一(三)", "一(二)", "一(五)", "一(八)", "一(六)", "一(四)"],
            sections.Select(section => section![..4]).Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>A school's value is shown against the indicator's target and judged by the criterion: the two must agree.</summary>
    [Fact]
    public void Where_an_indicator_has_a_target_of_its_own_the_criterion_asks_for_the_same()
    {
        foreach (var criterion in Shipped.Catalogue.Standards.SelectMany(standard => standard.Criteria))
        {
            var ownValue = criterion.Scope is CriterionScope.OwnValue or CriterionScope.EachSchool or CriterionScope.MostOf;
            if (ownValue && criterion.Indicator.TargetFor(TestDistrict.Year, criterion.Stage) is { } target)
                Assert.Equal((criterion.Code, target.Comparison, target.Value), (criterion.Code, criterion.Comparison, criterion.Threshold));
        }
    }

    [Fact]
    public void What_was_not_seen_in_a_public_text_is_marked()
    {
        var unseen = Shipped.Catalogue.Standards
            .SelectMany(standard => standard.Criteria, (standard, criterion) => (standard.Code, Criterion: criterion))
            .Where(item => !item.Criterion.Target.SourceConfirmed)
            .Select(item => $"{item.Code} {item.Criterion.Code}");

        Assert.Equal(
            [
                "basic-balanced-2012 variation-junior", "basic-balanced-2012 variation-primary",
                "duties-2024 backbone-rotation", "duties-2024 dropout-junior", "duties-2024 dropout-primary", "duties-2024 funds-only-rise",
                "duties-2024 retention", "duties-2024 rotation", "duties-2024 spending-per-student-only-rises",
                "duties-2024 variation-junior", "duties-2024 variation-primary",
            ],
            unseen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_committed_document_is_what_the_catalogue_gives()
    {
        var committed = File.ReadAllText(Path.Combine(Repository.Root, "docs", "indicators.md"));

        Assert.True(
            committed == CatalogueDocument.Write(Shipped.Catalogue),
            "docs/indicators.md is not what the catalogue gives now. Write it anew: ./edu catalogue document --output docs/indicators.md");
    }
}
