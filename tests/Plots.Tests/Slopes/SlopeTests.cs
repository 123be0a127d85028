using EduAnalytics.Plots.Tests.Scenes;

namespace EduAnalytics.Plots.Tests.Slopes;

public class SlopeTests
{
    [Fact]
    public void Worse_is_dashed_and_better_is_not()
    {
        var plot = Drawn(new("a", "甲", 1, 2, SlopeCourse.Better, "+1.0"), new("b", "乙", 2, 1, SlopeCourse.Worse, "−1.0"));

        string? Dashes(int mark) => (string?)new SvgReading(plot).Strokes(plot.Marks[mark].Colour)
            .First(stroke => stroke.Attribute("stroke-width")?.Value == "1.5" || stroke.Attribute("stroke-dasharray") is not null)
            .Attribute("stroke-dasharray");
        Assert.Null(Dashes(0));
        Assert.NotNull(Dashes(2));
        Assert.Equal(["变好", "变好", "变差", "变差"], plot.Marks.Select(mark => mark.Note));
    }

    [Fact]
    public void Every_name_is_there_with_value_and_change_however_many()
    {
        var spec = (SlopeSpec)Scene.Named("slope-crowded").Of(new SceneLook(358));

        var texts = new SvgReading(PlotRenderer.Render(spec)).Texts;

        Assert.All(spec.Lines, line => Assert.Contains(texts, text => text.EndsWith($"({line.Change})", StringComparison.Ordinal)));
        Assert.Equal(spec.Lines.Count, texts.Count(text => text.EndsWith(')')));
    }

    [Fact]
    public void Lines_that_begin_alike_share_one_number()
    {
        var texts = new SvgReading(Drawn(
            new("a", "甲", 5.01m, 7, SlopeCourse.Better, "+2.0"), new("b", "乙", 5.02m, 6, SlopeCourse.Better, "+1.0"))).Texts;

        Assert.Single(texts, "5.0");
    }

    [Fact]
    public void A_lone_end_is_a_marker_with_its_name()
    {
        var plot = Drawn(new SlopeLine("a", "甲", null, 2, SlopeCourse.Level, ""));

        Assert.Equal(1, Assert.Single(plot.Marks).PeriodIndex);
        Assert.Contains("甲 2.0", new SvgReading(plot).Texts);
    }

    [Fact]
    public void Two_equal_periods_are_refused() => Assert.Contains(
        "a slope needs two periods", Assert.Throws<ArgumentException>(() => PlotRenderer.Render(Spec() with { To = "2019年" })).Message,
        StringComparison.Ordinal);

    [Fact]
    public void The_table_holds_both_ends_change_and_course() => Assert.Equal(
        ["甲", "1.0%", "2.0%", "+1.0", "变好"], Spec(new SlopeLine("a", "甲", 1, 2, SlopeCourse.Better, "+1.0")).Table().Rows[0]);

    private static RenderedPlot Drawn(params SlopeLine[] lines) => PlotRenderer.Render(Spec(lines));

    private static SlopeSpec Spec(params SlopeLine[] lines) =>
        ((SlopeSpec)Scene.Named("slope-empty").Of(new SceneLook(900))) with { Lines = [.. lines], Target = null };
}
