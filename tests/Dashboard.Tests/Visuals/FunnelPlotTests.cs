using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.Visuals;
using EduAnalytics.Plots;
using static EduAnalytics.Dashboard.Tests.Visuals.MadeComparison;

namespace EduAnalytics.Dashboard.Tests.Visuals;

public sealed class FunnelPlotTests
{
    [Fact]
    public void Only_units_with_counts_are_drawn_and_withheld_ones_are_counted()
    {
        var compared = Of(
            Rate,
            Unit("a", Counted("2024", 3, 500)),
            Unit("stated", Stated("2024", 1.2m)),
            Unit("few", Stated("2024", null) with { Suppression = Suppression.SmallCount }));

        var spec = (FunnelSpec)FunnelPlot.Of(compared, "2024", Frame(compared)).Spec!;

        Assert.Equal(("a", 3m, 500m), (spec.Points[0].Id, spec.Points[0].Numerator, spec.Points[0].Denominator));
        Assert.Single(spec.Points);
        Assert.Equal((1, FunnelModel.Binomial), (spec.Withheld, spec.Model));
    }

    [Fact]
    public void More_events_than_people_are_counted_as_events()
    {
        var compared = Of(Rate, Unit("a", Counted("2024", 105, 100)));

        Assert.Equal(FunnelModel.Poisson, ((FunnelSpec)FunnelPlot.Of(compared, "2024", Frame(compared)).Spec!).Model);
    }

    [Fact]
    public void What_is_no_share_of_people_is_refused()
    {
        var compared = Of(Amount, Unit("a", Stated("2024", 105)));

        Assert.Contains("is none", FunnelPlot.Of(compared, "2024", Frame(compared)).Obstacle, StringComparison.Ordinal);
    }

    [Fact]
    public void Stated_rates_alone_make_no_funnel()
    {
        var compared = Of(Rate, Unit("a", Stated("2024", 1.2m)));

        Assert.Contains("stated rates only", FunnelPlot.Of(compared, "2024", Frame(compared)).Obstacle, StringComparison.Ordinal);
    }
}
