namespace EduAnalytics.Plots.Tests;

public class RankingTests
{
    private static RankingSpec Districts(int rows, int width) => Specs.Ranking([
        .. Enumerable.Range(0, rows).Select(row => new RankingRow(
            $"{row}", $"{Specs.Chinese[row % 8]}第{row}实验小学", row == rows - 1 ? null : 95 - row * 3,
            row == rows - 1 ? RowStatus.None : row < 15 ? RowStatus.Met : RowStatus.Missed, "+1.2")),
    ]) with
    { Width = width, Target = new TargetLine(50, "目标 ≥ 50") };

    [Theory]
    [InlineData(1, 358)]
    [InlineData(8, 358)]
    [InlineData(30, 358)]
    [InlineData(8, 519)]
    [InlineData(8, 520)]
    [InlineData(30, 900)]
    public void No_text_lies_on_another_or_is_cut(int rows, int width)
    {
        var plot = PlotRenderer.Render(Districts(rows, width));

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

    [Fact]
    public void The_height_grows_with_the_rows()
    {
        int Height(int rows) => PlotRenderer.Render(Districts(rows, 900)).Height;

        Assert.Equal(Height(9) - Height(8), Height(30) - Height(29));
        Assert.True(Height(9) > Height(8));
    }

    [Fact]
    public void A_row_without_data_says_so_and_a_zero_is_a_bar()
    {
        var plot = PlotRenderer.Render(Specs.Ranking(
            new RankingRow("none", "绥滨县", null), new RankingRow("zero", "萝北县", 0), new RankingRow("a", "南山区", 9)));

        Assert.Contains("无数据", new SvgReading(plot).Texts);
        Assert.Contains("0.0", new SvgReading(plot).Texts);
        Assert.Equal(["无数据", "0.0%", "9.0%"], plot.Marks.Select(mark => mark.ValueText));
        Assert.Equal(2, Bars(plot).Count);
    }

    [Fact]
    public void Met_and_missed_differ_in_word_and_colour()
    {
        var plot = PlotRenderer.Render(Specs.Ranking(
            new RankingRow("a", "南山区", 60, RowStatus.Met), new RankingRow("b", "向阳区", 40, RowStatus.Missed)));

        Assert.Contains("达标", new SvgReading(plot).Texts);
        Assert.Contains("未达标", new SvgReading(plot).Texts);
        Assert.NotEqual(plot.Marks[0].Colour, plot.Marks[1].Colour);
    }

    [Fact]
    public void Rows_can_be_hit_over_their_whole_height()
    {
        var plot = PlotRenderer.Render(Districts(8, 358));

        Assert.All(plot.Marks, mark => Assert.True(mark.Box.Height >= 24));
        Assert.All(plot.Marks.Zip(plot.Marks.Skip(1)), pair => Assert.False(pair.First.Box.Overlaps(pair.Second.Box)));
    }

    [Fact]
    public void A_negative_value_reaches_left_of_zero()
    {
        var plot = PlotRenderer.Render(Specs.Ranking(new RankingRow("up", "甲", 5), new RankingRow("down", "乙", -5)));

        Assert.True(plot.Marks[1].X < plot.Marks[0].X);
        Assert.All(plot.Marks, mark => Assert.True(plot.PlotArea.Contains(mark.X, mark.Y)));
    }

    [Fact]
    public void The_value_of_the_period_before_is_a_stroke_and_the_value_steps_aside()
    {
        var without = new RankingRow("a", "南山区", 40);
        var before = without with { Before = 60 };

        double ValueLeft(RankingRow row) => new SvgReading(PlotRenderer.Render(Specs.Ranking(row, new RankingRow("b", "乙", 90))))
            .TextBoxes.Single(text => text.Text == "40.0").Box.X;

        Assert.True(ValueLeft(before) > ValueLeft(without));
        Assert.Contains("上年", new SvgReading(PlotRenderer.Render(Specs.Ranking(before))).Texts);
        Assert.DoesNotContain("上年", new SvgReading(PlotRenderer.Render(Specs.Ranking(without))).Texts);
    }

    private static List<System.Xml.Linq.XElement> Bars(RenderedPlot plot) =>
        [.. new SvgReading(plot).Root.Elements().Where(element =>
            string.Equals((string?)element.Attribute("fill"), plot.Marks[0].Colour, StringComparison.OrdinalIgnoreCase))];
}
