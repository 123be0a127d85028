using CsCheck;
using EduAnalytics.Plots.Strips;
using EduAnalytics.Plots.Tests.Scenes;

namespace EduAnalytics.Plots.Tests.Strips;

public class StripTests
{
    private static readonly StripBox Box = new(40, 45, 50);

    [Theory]
    [InlineData(25, false)]
    [InlineData(24.9, true)]
    [InlineData(65, false)]
    [InlineData(65.1, true)]
    public void An_outlier_lies_more_than_one_and_a_half_boxes_from_the_box(double value, bool outlier) =>
        Assert.Equal(outlier, Group(Box, (decimal)value).IsOutlier(Group(Box, (decimal)value).Points[0]));

    [Fact]
    public void Without_quartiles_nothing_is_an_outlier()
    {
        var group = Group(null, 1, 99);

        Assert.DoesNotContain(group.Points, group.IsOutlier);
    }

    [Fact]
    public void Outliers_are_named_with_their_value_and_others_are_not()
    {
        var plot = PlotRenderer.Render(Spec(Group(Box, 3.4m, 44, 46)));

        Assert.Contains("s0 3.4", new SvgReading(plot).Texts);
        Assert.DoesNotContain(new SvgReading(plot).Texts, text => text.StartsWith("s1", StringComparison.Ordinal));
        Assert.Equal(["离群", "", ""], plot.Marks.Select(mark => mark.Note));
    }

    [Fact]
    public void Outliers_that_find_no_room_are_counted()
    {
        var plot = PlotRenderer.Render(Spec(Group(Box, [.. Enumerable.Repeat(3.4m, 9)])) with { Width = 358 });

        var texts = new SvgReading(plot).Texts;
        var named = texts.Count(text => text.EndsWith(" 3.4", StringComparison.Ordinal));
        Assert.InRange(named, 2, 8);
        Assert.Contains($"另有 {9 - named} 所", texts);
    }

    [Fact]
    public void A_dot_stands_at_its_value_and_is_moved_across_only()
    {
        var marks = PlotRenderer.Render(Spec(Group(Box, 44, 44, 44, 47))).Marks;

        Assert.Single(marks.Take(3).Select(mark => mark.X).Distinct());
        Assert.Equal(3, marks.Take(3).Select(mark => mark.Y).Distinct().Count());
        Assert.True(marks[3].X > marks[0].X);
    }

    [Fact]
    public void Dots_keep_apart_while_there_is_room() =>
        Gen.Double[0, 600].Array[1, 60].Select(along => along.Order().ToArray()).Sample(along =>
        {
            var offsets = Swarm.Offsets(along, 8, 400);

            for (var i = 0; i < along.Length; i++)
                for (var j = 0; j < i; j++)
                    Assert.True(Math.Abs(along[i] - along[j]) >= 8 || Math.Abs(offsets[i] - offsets[j]) >= 8);
        });

    [Fact]
    public void Dots_without_room_stay_in_their_row() =>
        Assert.All(Swarm.Offsets([.. Enumerable.Repeat(5.0, 100)], 8, 17), offset => Assert.InRange(offset, -17, 17));

    [Fact]
    public void Descending_quartiles_are_refused() => Assert.Contains(
        "The quartiles of 'g' descend",
        Assert.Throws<ArgumentException>(() => PlotRenderer.Render(Spec(Group(new StripBox(5, 4, 6), 1)))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void The_table_says_which_schools_are_outliers() => Assert.Equal(
        [["组", "s1", "44.0%", ""], ["组", "s0", "3.4%", "离群"]], Spec(Group(Box, 3.4m, 44)).Table().Rows);

    private static StripGroup Group(StripBox? box, params decimal[] values) =>
        new("g", "组", values.Select((value, i) => new StripPoint($"s{i}", $"s{i}", value)).ToValueList(), box);

    private static StripSpec Spec(StripGroup group)
    {
        var spec = (StripSpec)Scene.Named("strip-empty").Of(new SceneLook(900));
        return spec with
        {
            Groups = [group],
            Target = null,
            Texts = spec.Texts with { Outlier = "离群", UnnamedNote = "另有 {0} 所" },
        };
    }
}
