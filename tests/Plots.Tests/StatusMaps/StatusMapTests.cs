using EduAnalytics.Plots.Colours;
using EduAnalytics.Plots.StatusMaps;
using EduAnalytics.Plots.Tests.Scenes;

namespace EduAnalytics.Plots.Tests.StatusMaps;

public class StatusMapTests
{
    private static readonly StatusMapTexts Texts = new()
    {
        Met = "达标",
        Missed = "未达标",
        NoTarget = "未设目标",
        NoData = "无数据",
        OrgUnit = "单位",
        SyntheticSuffix = "（演示）",
    };

    [Fact]
    public void Met_and_missed_differ_in_outline_and_word_too()
    {
        var met = Drawn(new StatusCell(60, "60%", "60", RowStatus.Met));
        var missed = Drawn(new StatusCell(40, "40%", "40", RowStatus.Missed));

        Assert.Equal(("达标", "未达标"), (met.Marks[0].Note, missed.Marks[0].Note));
        // A disc against a triangle.
        Assert.True(new SvgReading(met).Has("ellipse"));
        Assert.False(new SvgReading(missed).Has("ellipse"));
    }

    [Fact]
    public void A_cell_without_data_is_not_filled_and_says_why()
    {
        var plot = Drawn(new StatusCell(null, "人数过少，不予显示", ""));

        Assert.Contains("–", new SvgReading(plot).Texts);
        Assert.Equal("人数过少，不予显示", Assert.Single(plot.Marks).ValueText);
        Assert.Contains("–  无数据", new SvgReading(plot).Texts);
    }

    [Fact]
    public void Where_one_value_of_a_column_finds_no_room_none_is_printed()
    {
        var plot = PlotRenderer.Render(Spec(
            ["a"], [Cell("7.0")], [Cell("1,234,567,890,123.45 元")]) with
        { Width = 300 });

        Assert.DoesNotContain("7.0", new SvgReading(plot).Texts);
        Assert.Equal(2, plot.Marks.Count);
    }

    [Fact]
    public void Marks_go_row_by_row_although_columns_stand_in_blocks()
    {
        var spec = (StatusMapSpec)Scene.Named("status-map").Of(new SceneLook(358));

        var plot = PlotRenderer.Render(spec);

        Assert.Equal(
            spec.Rows.SelectMany(row => Enumerable.Range(0, spec.Columns.Count).Select(column => (row.Id, column))),
            plot.Marks.Select(mark => (mark.SeriesId, mark.PeriodIndex)));
        Assert.True(plot.Marks.Max(mark => mark.Y) - plot.Marks[0].Y > spec.Rows.Count * plot.Marks[0].Box.Height);
    }

    [Fact]
    public void Cells_do_not_cover_each_other()
    {
        var marks = PlotRenderer.Render(Scene.Named("status-map").Of(new SceneLook(358))).Marks;

        Assert.DoesNotContain(marks.Index(), one => marks.Skip(one.Index + 1).Any(other => Inner(one.Item.Box).Overlaps(other.Box)));
    }

    [Theory]
    [InlineData(PlotTheme.Light)]
    [InlineData(PlotTheme.Dark)]
    [InlineData(PlotTheme.Print)]
    public void A_value_can_be_read_on_its_cell(PlotTheme theme)
    {
        var colours = ThemeColours.Of(theme);

        Assert.All(
            Enum.GetValues<RowStatus>(),
            status => Assert.True(ColourTests.Contrast(colours.Text, CellInk.Fill(new StatusCell(1, "1", "1", status), colours)) >= 4.5));
    }

    [Fact]
    public void A_row_with_too_few_cells_is_refused() => Assert.Contains(
        "Row '0' has 1 cells for 2 columns",
        Assert.Throws<ArgumentException>(() => PlotRenderer.Render(Spec(["a", "b"], [Cell("1")]))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void The_table_says_each_status_in_a_word() => Assert.Equal(
        ["行", "60% (达标)", "无数据"],
        Spec(["a", "b"], [new StatusCell(60, "60%", "60", RowStatus.Met), new StatusCell(null, "无数据", "")]).Table().Rows[0]);

    private static StatusCell Cell(string text) => new(1, text, text);

    private static PixelBox Inner(PixelBox box) => new(box.X + 0.5, box.Y + 0.5, box.Width - 1, box.Height - 1);

    private static RenderedPlot Drawn(StatusCell cell) => PlotRenderer.Render(Spec(["a"], [cell]));

    private static StatusMapSpec Spec(string[] columns, params StatusCell[][] rows) => new()
    {
        Title = "达标情况",
        Columns = columns.Select(column => new StatusMapColumn(column, column)).ToValueList(),
        Rows = rows.Index().Select(row => new StatusMapRow($"{row.Index}", "行", row.Item.ToValueList())).ToValueList(),
        Texts = Texts,
    };
}
