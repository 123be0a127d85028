using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Standards;

namespace EduAnalytics.Standards.Tests;

public sealed class DistributionTests
{
    [Fact]
    public void The_published_example_has_its_mean_deviation_and_coefficient()
    {
        var distribution = Of((279m / 45, 45), (137m / 37, 37), (935m / 89, 89), (160m / 76, 76), (402m / 55, 55));

        Assert.Equal(6.3344m, Math.Round(distribution.Mean!.Value, 4));
        Assert.Equal(3.2639m, Math.Round(distribution.StandardDeviation!.Value, 4));
        Assert.Equal(0.5153m, Math.Round(distribution.CoefficientOfVariation!.Value, 4));
    }

    [Fact]
    public void Quartiles_lie_between_neighbours_as_spreadsheets_have_them()
    {
        var distribution = Of((7, null), (1, null), (3, null), (10, null));

        Assert.Equal((1m, 2.5m, 5m, 7.75m, 10m), (distribution.Minimum, distribution.LowerQuartile, distribution.Median, distribution.UpperQuartile, distribution.Maximum));
        Assert.Equal((4, 5.25m), (distribution.Count, distribution.Mean));
    }

    [Fact]
    public void Schools_without_a_value_are_listed_and_not_counted()
    {
        var distribution = Of((4, 10), (null, null), (8, 30));

        Assert.Equal((2, 3, 7m), (distribution.Count, distribution.Schools.Length, distribution.Mean));
    }

    [Fact]
    public void One_school_spreads_around_nothing_and_none_has_no_numbers_at_all()
    {
        Assert.Equal((5m, null, null), (Of((5, 10)).Median, Of((5, 10)).StandardDeviation, Of((5, 10)).CoefficientOfVariation));
        Assert.Equal((0, null), (Of((null, null)).Count, Of((null, null)).Mean));
    }

    [Fact]
    public void Around_a_mean_of_zero_there_is_no_coefficient() =>
        Assert.Equal((0m, null), (Of((0, 10), (0, 20)).Mean, Of((0, 10), (0, 20)).CoefficientOfVariation));

    private static Distribution Of(params (decimal? Value, decimal? Weight)[] schools) =>
        Distribution.Of([.. schools.Select((school, place) => new SchoolValue(OrgUnitId.Parse($"s{place}"), school.Value, school.Weight))]);
}
