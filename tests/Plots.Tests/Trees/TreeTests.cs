using EduAnalytics.Plots.Tests.Scenes;

namespace EduAnalytics.Plots.Tests.Trees;

public class TreeTests
{
    private static readonly TreeNode Root = new("city", "市", 40, [
        new("a", "甲", 30, [new("a1", "一校", 12, [])]), new("b", "乙", null, []), new("c", "丙", 0, [])]);

    [Fact]
    public void A_share_is_of_the_level_above() => Assert.Equal(
        ["40", "30 (75.0%)", "12 (40.0%)", "无数据", "0 (0.0%)"],
        new SvgReading(PlotRenderer.Render(Spec(Root))).Texts.Where(text => char.IsDigit(text[0]) || text == "无数据").Where(text => text != "2024年"));

    [Fact]
    public void Every_node_has_a_mark_that_tells_the_way_to_it() => Assert.Equal(
        ["市", "市 / 甲", "市 / 甲 / 一校", "市 / 乙", "市 / 丙"], PlotRenderer.Render(Spec(Root)).Marks.Select(mark => mark.Period));

    [Fact]
    public void Bars_of_all_levels_have_one_scale()
    {
        var marks = PlotRenderer.Render(Spec(Root)).Marks;
        var zero = marks[4].X;

        Assert.Equal((marks[0].X - zero) * 0.75, marks[1].X - zero, 6);
        Assert.Equal((marks[0].X - zero) * 0.3, marks[2].X - zero, 6);
    }

    [Fact]
    public void A_part_below_zero_is_refused() => Assert.Contains(
        "'a' is -1", Assert.Throws<ArgumentException>(() => PlotRenderer.Render(Spec(new TreeNode("a", "甲", -1, [])))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void The_table_names_the_way_value_and_share() =>
        Assert.Equal(["市 / 甲 / 一校", "12 人", "40.0%"], Spec(Root).Table().Rows[2]);

    private static TreeSpec Spec(TreeNode root) => ((TreeSpec)Scene.Named("tree-empty").Of(new SceneLook(900))) with { Root = root };
}
