namespace EduAnalytics.Plots.Tests;

public class PlotCacheTests
{
    private readonly PlotCache _cache = new(2);

    [Fact]
    public void An_equal_specification_is_drawn_once() =>
        Assert.Same(_cache.Render(Specs.Sparkline(1, 2)), _cache.Render(Specs.Sparkline(1, 2)));

    [Fact]
    public void A_changed_value_is_drawn_anew() =>
        Assert.NotEqual(_cache.Render(Specs.Sparkline(1, 2)).Svg, _cache.Render(Specs.Sparkline(1, 3, 2)).Svg);

    [Fact]
    public void The_least_recently_used_goes_first()
    {
        var (one, two) = (_cache.Render(Specs.Sparkline(1)), _cache.Render(Specs.Sparkline(2)));

        Assert.Same(one, _cache.Render(Specs.Sparkline(1)));
        _cache.Render(Specs.Sparkline(3));

        Assert.Same(one, _cache.Render(Specs.Sparkline(1)));
        Assert.NotSame(two, _cache.Render(Specs.Sparkline(2)));
    }

    [Fact]
    public void Svg_and_png_are_kept_apart()
    {
        var svg = _cache.Render(Specs.Sparkline(1));
        var png = _cache.RenderPng(Specs.Sparkline(1));

        Assert.Same(svg, _cache.Render(Specs.Sparkline(1)));
        Assert.Equal(png, _cache.RenderPng(Specs.Sparkline(1)));
    }

    [Fact]
    public void A_refused_specification_takes_no_place()
    {
        var kept = _cache.Render(Specs.Sparkline(1));

        foreach (var width in new[] { 1, 2, 3 })
            Assert.Throws<ArgumentException>(() => _cache.Render(Specs.Sparkline(1) with { Width = width }));

        Assert.Same(kept, _cache.Render(Specs.Sparkline(1)));
    }

    [Fact]
    public void Many_readers_at_once_get_the_same_pictures()
    {
        var cache = new PlotCache(8);
        var alone = Enumerable.Range(1, 8).Select(n => PlotRenderer.Render(Specs.Crowd(n, 7, 600)).Svg).ToList();

        Parallel.For(0, 64, n => Assert.Equal(alone[n % 8], cache.Render(Specs.Crowd(n % 8 + 1, 7, 600)).Svg));
    }
}
