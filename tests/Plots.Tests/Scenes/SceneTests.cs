namespace EduAnalytics.Plots.Tests.Scenes;

/// <summary>What holds for every kind of plot, whatever it shows.</summary>
public class SceneTests
{
    public static TheoryData<string, int, bool> Everything()
    {
        var looks = new TheoryData<string, int, bool>();
        foreach (var scene in Scene.All)
            foreach (var width in new[] { 358, 519, 900 })
                foreach (var english in new[] { false, true })
                    looks.Add(scene.Name, width, english);
        return looks;
    }

    [Theory, MemberData(nameof(Everything))]
    public void No_text_lies_on_another_or_is_cut(string name, int width, bool english)
    {
        var plot = Drawn(name, width, english);

        var texts = new SvgReading(plot).TextBoxes;
        Assert.Empty(
            from first in texts.Index()
            from second in texts.Skip(first.Index + 1)
            where first.Item.Box.Overlaps(second.Box)
            select $"{first.Item} lies on {second}");
        Assert.All(texts, text => Assert.True(
            text.Box is { X: >= 0, Y: >= 0 } && text.Box.Right <= plot.Width && text.Box.Bottom <= plot.Height,
            text.ToString()));
    }

    [Theory, MemberData(nameof(Everything))]
    public void Every_mark_can_be_hit_inside_the_picture(string name, int width, bool english)
    {
        var plot = Drawn(name, width, english);

        Assert.All(plot.Marks, mark =>
        {
            Assert.True(mark.Box is { X: >= 0, Y: >= 0, Width: > 0, Height: > 0 }, mark.ToString());
            Assert.True(mark.Box.Right <= plot.Width && mark.Box.Bottom <= plot.Height, mark.ToString());
            Assert.NotEmpty(mark.ValueText);
        });
        Assert.Equal(plot.Marks.Count, plot.Marks.DistinctBy(mark => (mark.SeriesId, mark.PeriodIndex)).Count());
    }

    [Theory, MemberData(nameof(Everything))]
    public void The_table_has_a_cell_under_every_head(string name, int width, bool english)
    {
        var table = Scene.Named(name).Of(new SceneLook(width, English: english)).Table();

        Assert.All(table.Heads.Skip(1), Assert.NotEmpty);
        Assert.All(table.Rows, row => Assert.Equal(table.Heads.Count, row.Count));
    }

    [Theory, MemberData(nameof(Everything))]
    public void Equal_specifications_draw_the_same_picture(string name, int width, bool english)
    {
        var look = new SceneLook(width, English: english);

        Assert.Equal(Scene.Named(name).Of(look), Scene.Named(name).Of(look));
        Assert.Equal(Drawn(name, width, english).Svg, Drawn(name, width, english).Svg);
    }

    private static RenderedPlot Drawn(string name, int width, bool english) =>
        PlotRenderer.Render(Scene.Named(name).Of(new SceneLook(width, English: english)));
}
