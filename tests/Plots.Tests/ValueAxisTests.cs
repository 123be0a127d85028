using CsCheck;
using EduAnalytics.Plots.Drawing;

namespace EduAnalytics.Plots.Tests;

public class ValueAxisTests
{
    [Fact]
    public void Every_value_lies_on_the_axis_and_its_ticks_are_few() =>
        Gen.Long[-1_000_000_000_000, 1_000_000_000_000].Select(value => value / 1000m).Array[1, 8].Sample(values =>
        {
            var axis = ValueAxis.Over(values, null, null, 6);

            Assert.All(values, value => Assert.InRange(value, axis.Low, axis.High));
            Assert.All(axis.Ticks, tick => Assert.InRange(tick, axis.Low, axis.High));
            Assert.InRange(axis.Ticks.Count, 2, 9);
        });

    [Fact]
    public void A_share_never_shows_more_than_a_hundred() =>
        Assert.Equal((0m, 100m), Range(ValueAxis.Over([3m, 99.5m], 0, 100, 3)));

    [Fact]
    public void Values_far_from_zero_keep_their_differences_visible() =>
        Assert.Equal((94m, 100m), Range(ValueAxis.Over([94.2m, 99m], 0, 100, 4)));

    [Fact]
    public void A_single_zero_has_an_axis() => Assert.Equal((0m, 1m), Range(ValueAxis.Over([0m], 0, null, 4)));

    private static (decimal, decimal) Range(ValueAxis axis) => (axis.Low, axis.High);
}
