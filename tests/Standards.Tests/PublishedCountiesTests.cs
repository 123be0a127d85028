using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Standards.Tests;

/// <summary>
/// Tables that provinces published of their counties' inspection (校际差异系数表): eight coefficients in the standard's order
/// and the 综合 beside them. Two schools stand for a county, one four times as large as the other: the small one at 1 + 2c
/// and the large one at 1 − c/2 of the mean have the coefficient c, which may be as large as 2.
/// </summary>
public sealed class PublishedCountiesTests
{
    private const int Small = 1000;
    private const int Large = 4000;

    private static readonly string[] measures =
    [
        "facilities.teaching_area", "facilities.sports_area", "facilities.equipment_value", "facilities.computers",
        "facilities.books", "teachers.full_time", "teachers.above_required_degree", "teachers.intermediate_title",
    ];

    [Theory]
    [InlineData("安徽 庐阳区", SchoolStage.Primary, 0.592, 0.881, 1.299, 0.977, 0.379, 0.170, 0.334, 0.286, 0.408)]
    [InlineData("安徽 庐阳区", SchoolStage.Junior, 0.314, 0.353, 0.784, 0.146, 0.491, 0.037, 0.226, 0.223, 0.253)]
    [InlineData("安徽 蜀山区", SchoolStage.Primary, 0.417, 0.711, 0.649, 0.472, 0.338, 0.235, 0.274, 0.260, 0.396)]
    [InlineData("安徽 蜀山区", SchoolStage.Junior, 0.493, 0.505, 0.484, 0.325, 0.275, 0.199, 0.715, 0.421, 1.021)]
    [InlineData("重庆 万州区", SchoolStage.Primary, 0.302, 0.437, 0.419, 0.255, 0.188, 0.171, 0.263, 0.263, 0.420)]
    [InlineData("重庆 黔江区", SchoolStage.Primary, 0.494, 0.633, 0.891, 0.435, 0.328, 0.351, 0.391, 0.379, 0.541)]
    [InlineData("重庆 永川区", SchoolStage.Junior, 0.439, 0.422, 0.491, 0.637, 0.409, 0.544, 0.298, 0.259, 0.449)]
    [InlineData("吉林 南关区", SchoolStage.Primary, 0.359, 0.393, 0.578, 0.372, 0.246, 0.208, 0.311, 0.311, 0.455)]
    [InlineData("吉林 宽城区", SchoolStage.Junior, 0.347, 0.285, 0.373, 0.243, 0.333, 0.224, 0.391, 0.355, 0.569)]
    public void The_published_mean_of_the_eight_comes_out(string county, SchoolStage stage, double expected, params double[] coefficients)
    {
        var district = Spreading(stage, measures.Zip(coefficients));

        var indicator = IndicatorCalculator.Evaluate(
            Shipped.Catalogue.FindIndicator("balance.variation_coefficient")!, TestDistrict.Year, stage, district.Measures());
        var criterion = district.Assess(Shipped.Basic).Results.Single(result => result.Value is not null);

        Assert.Equal((county, (decimal)expected), (county, indicator.Value));
        Assert.Equal((county, (decimal)expected, TargetStatus.Met), (county, decimal.Round(criterion.Value!.Value, 3), criterion.Status));
    }

    /// <summary>宁国市 2022, published with the rule that every coefficient keeps the limit: 6 of 7 miss it in primary school, all but one in junior.</summary>
    [Theory]
    [InlineData(SchoolStage.Primary, 6, 0.677, 0.674, 0.618, 0.519, 0.597, 0.167, 0.759)]
    [InlineData(SchoolStage.Junior, 6, 0.542, 1.055, 0.507, 0.587, 0.686, 0.254, 0.496)]
    public void Each_of_the_published_seven_is_held_against_the_quality_limit(SchoolStage stage, int missed, params double[] coefficients)
    {
        string[] seven =
        [
            "teachers.above_required_degree", "teachers.backbone", "teachers.arts_pe", "facilities.teaching_area", "facilities.sports_area",
            "facilities.equipment_value", "facilities.multimedia_rooms",
        ];
        var district = Spreading(stage, seven.Zip(coefficients));

        var spreads = district.Assess(Shipped.Quality).Results
            .Where(result => result.Criterion.Contains("-spread-", StringComparison.Ordinal) && result.Value is not null).ToList();
        var largest = IndicatorCalculator.Evaluate(
            Shipped.Catalogue.FindIndicator("balance.quality_variation_coefficient")!, TestDistrict.Year, stage, district.Measures());

        Assert.Equal(coefficients.Select(c => (decimal?)c), spreads.Select(result => result.Value));
        Assert.Equal(missed, spreads.Count(result => result.Status == TargetStatus.Missed));
        Assert.Equal(((decimal)coefficients.Max(), TargetStatus.Missed), (largest.Value, largest.Status));
    }

    private static TestDistrict Spreading(SchoolStage stage, IEnumerable<(string Code, double Coefficient)> measures)
    {
        var named = measures.Select(one => (one.Code, Coefficient: (decimal)one.Coefficient)).ToList();
        return TestDistrict.Empty
            .WithSchool("230404-s0", stage, [("students.enrolled", Small), .. named.Select(one => (one.Code, Small * (1 + (2 * one.Coefficient))))])
            .WithSchool("230404-s1", stage, [("students.enrolled", Large), .. named.Select(one => (one.Code, Large * (1 - (one.Coefficient / 2))))]);
    }
}
