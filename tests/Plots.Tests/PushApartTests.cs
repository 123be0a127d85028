using CsCheck;
using EduAnalytics.Plots.Lines;

namespace EduAnalytics.Plots.Tests;

public class PushApartTests
{
    private const double Height = 15;

    private static readonly Gen<double[]> Wishes =
        Gen.Double[-50, 450].Array[1, 20].Select(wishes => wishes.Order().ToArray());

    [Fact]
    public void Labels_never_collide_and_stay_inside() => Wishes.Sample(wishes =>
    {
        var placed = PushApart.Place(wishes, Height, 0, 400);

        Assert.Equal(wishes.Length, placed.Length);
        Assert.All(placed, middle => Assert.InRange(middle, -1e-9, 400 + 1e-9));
        Assert.All(placed.Zip(placed.Skip(1)), pair => Assert.True(pair.Second - pair.First >= Height - 1e-9));
    });

    [Fact]
    public void Labels_with_room_stay_where_they_wish() =>
        Assert.Equal([10, 40, 90], PushApart.Place([10, 40, 90], Height, 0, 400));

    [Fact]
    public void A_crowd_spreads_both_ways() =>
        Assert.Equal([85, 100, 115], PushApart.Place([100, 100, 100], Height, 0, 400));
}
