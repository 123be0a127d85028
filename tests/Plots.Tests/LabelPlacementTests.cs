namespace EduAnalytics.Plots.Tests;

public class LabelPlacementTests
{
    public static TheoryData<int, int, int, bool, int> Crowds()
    {
        var crowds = new TheoryData<int, int, int, bool, int>();
        foreach (var series in new[] { 0, 1, 8, 12, 30 })
            foreach (var periods in new[] { 1, 2, 20 })
                foreach (var width in new[] { 358, 519, 520, 900 })
                    foreach (var nameRepeats in new[] { 1, 4 })
                        crowds.Add(series, periods, width, (series + periods) % 2 == 0, nameRepeats);
        return crowds;
    }

    [Fact]
    public void Long_names_that_begin_alike_are_told_apart_by_their_ends()
    {
        var district = string.Concat(Enumerable.Repeat("经济技术开发区", 8));

        var texts = new SvgReading(PlotRenderer.Render(
            Specs.Lines(Specs.Series("a", 1, 2) with { Name = district + "第一小学" }, Specs.Series("b", 3, 4) with { Name = district + "第二小学" }))).Texts;

        Assert.Contains(texts, text => text.Contains("第一小学", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains("第二小学", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Crowds))]
    public void No_text_lies_on_another(int series, int periods, int width, bool english, int nameRepeats)
    {
        var texts = new SvgReading(PlotRenderer.Render(Specs.Crowd(series, periods, width, english, nameRepeats)))
            .TextBoxes;

        var overlapping =
            from first in texts.Index()
            from second in texts.Skip(first.Index + 1)
            where first.Item.Box.Overlaps(second.Box)
            select $"{first.Item} lies on {second}";
        Assert.Empty(overlapping);
    }

    [Theory, MemberData(nameof(Crowds))]
    public void No_text_is_cut_by_the_edge(int series, int periods, int width, bool english, int nameRepeats)
    {
        var plot = PlotRenderer.Render(Specs.Crowd(series, periods, width, english, nameRepeats));

        Assert.All(new SvgReading(plot).TextBoxes, text =>
        {
            Assert.InRange(text.Box.X, 0, plot.Width);
            Assert.InRange(text.Box.Right, 0, plot.Width);
            Assert.InRange(text.Box.Y, 0, plot.Height);
            Assert.InRange(text.Box.Bottom, 0, plot.Height);
        });
    }

    [Theory]
    [InlineData(1, 900)]
    [InlineData(8, 900)]
    [InlineData(8, 358)]
    public void Every_line_is_named_while_all_are_coloured(int series, int width)
    {
        var spec = Specs.Crowd(series, 7, width);

        var texts = new SvgReading(PlotRenderer.Render(spec)).Texts;

        Assert.All(spec.Series, line =>
            Assert.Contains(texts, text => text.StartsWith(line.Name, StringComparison.Ordinal)));
    }

    [Fact]
    public void Lines_left_unnamed_are_counted_in_a_note()
    {
        var spec = Specs.Crowd(30, 7, 900);

        var texts = new SvgReading(PlotRenderer.Render(spec)).Texts;

        var named = spec.Series.Count(line => texts.Any(text => text.StartsWith(line.Name, StringComparison.Ordinal)));
        Assert.InRange(named, 7, 29);
        Assert.Contains($"另有 {30 - named} 个单位未标名", texts);
    }

    [Fact]
    public void Names_too_long_for_a_phone_go_below_the_plot_in_full()
    {
        var name = "南山区经济技术开发区实验学校（初中部）";
        var spec = Specs.Lines(Specs.Series("a", 1, 2, 3) with { Name = name }) with { Width = 358, Height = 320 };

        var plot = PlotRenderer.Render(spec);

        var (_, box) = Assert.Single(new SvgReading(plot).TextBoxes, text => text.Text == name);
        Assert.True(box.Y > plot.PlotArea.Bottom);
    }

    [Fact]
    public void A_value_of_an_earlier_year_does_not_stand_beside_the_newest_ones()
    {
        var spec = Specs.Lines(Specs.Series("current", 40, 41, 42), Specs.Series("ended", 50, 51, null));

        var texts = new SvgReading(PlotRenderer.Render(spec)).Texts;

        Assert.Contains("current 42.0", texts);
        Assert.Contains("ended", texts);
    }

    [Fact]
    public void The_newest_period_is_always_named()
    {
        var texts = new SvgReading(PlotRenderer.Render(Specs.Crowd(2, 20, 358))).Texts;

        Assert.Contains("2038", texts);
        Assert.DoesNotContain("2037", texts);
    }
}
