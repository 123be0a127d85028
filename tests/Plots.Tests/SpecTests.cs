namespace EduAnalytics.Plots.Tests;

public class SpecTests
{
    [Fact]
    public void Specifications_with_the_same_content_are_equal()
    {
        Assert.Equal(Specs.Crowd(8, 7, 900), Specs.Crowd(8, 7, 900));
        Assert.Equal(Specs.Crowd(8, 7, 900).GetHashCode(), Specs.Crowd(8, 7, 900).GetHashCode());
        Assert.NotEqual(Specs.Crowd(8, 7, 900), Specs.Crowd(8, 7, 900) with { Theme = PlotTheme.Dark });
    }

    public static TheoryData<PlotSpec, string> Contradictions() => new()
    {
        { Specs.Lines(Specs.Series("a", 1, 2)) with { Periods = ["2024"] }, "Series 'a' has 2 points for 1 periods" },
        { Specs.Lines(Specs.Series("a", 1), Specs.Series("a", 2)), "The id 'a' occurs twice" },
        { Specs.Lines(Specs.Series("a", 1) with { ColourIndex = 8 }), "asks for colour 8; 0 to 7 exist" },
        { Specs.Lines() with { Width = 5 }, "Width is 5 px; 24 to 4000" },
        { Specs.Lines() with { Decimals = 11 }, "Decimals is 11" },
        { Specs.Lines() with { Band = new LineBand("范围", []) }, "The band has 0 points for 1 periods" },
        {
            Specs.Lines(Specs.Series("a", 1)) with { Band = new LineBand("范围", [new BandEdge(2, 1)]) },
            "The band's low edge lies above its high one"
        },
        { Specs.Ranking(new("a", "甲", 1), new("a", "乙", 2)), "The id 'a' occurs twice" },
        { Specs.Sparkline(1, 2) with { Points = [] }, "The sparkline has 0 points for 2 periods" },
    };

    [Theory, MemberData(nameof(Contradictions))]
    public void A_specification_that_contradicts_itself_is_refused_with_the_reason(PlotSpec spec, string reason) =>
        Assert.Contains(
            reason, Assert.Throws<ArgumentException>(() => PlotRenderer.Render(spec)).Message, StringComparison.Ordinal);
}
