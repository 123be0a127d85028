using EduAnalytics.Plots.Tests.Scenes;

namespace EduAnalytics.Plots.Tests.Multiples;

public class MultiplesTests
{
    [Fact]
    public void Equal_values_stand_equally_high_in_every_panel()
    {
        var marks = PlotRenderer.Render(Spec([10m, 50m], [50m, 10m])).Marks;

        Assert.Equal(marks[0].Y, marks[3].Y);
        Assert.Equal(marks[1].Y, marks[2].Y);
        Assert.True(marks[2].X > marks[1].X);
    }

    [Fact]
    public void A_panel_names_its_newest_value_only_where_it_is_of_the_newest_period()
    {
        var texts = new SvgReading(PlotRenderer.Render(Spec([10m, 50m], [20m, null]))).Texts;

        Assert.Contains("50.0", texts);
        Assert.DoesNotContain("20.0", texts);
    }

    [Fact]
    public void Panels_stand_below_each_other_on_a_phone()
    {
        var marks = PlotRenderer.Render(Spec([1m], [1m], [1m]) with { Width = 358 }).Marks;

        Assert.Equal(marks[0].X, marks[2].X);
        Assert.True(marks[2].Y > marks[0].Y);
    }

    [Fact]
    public void A_long_name_goes_on_in_a_second_line_and_moves_all_panels_alike()
    {
        var spec = Spec([1m], [1m]);
        var usual = PlotRenderer.Render(spec);
        var named = PlotRenderer.Render(spec with { Panels = [spec.Panels[0] with { Name = "某某经济技术开发区教育和体育局直属实验学校（含幼儿部）" }, spec.Panels[1]] });

        Assert.Contains("某某经济技术开发区教育和体育局", string.Concat(new SvgReading(named).Texts), StringComparison.Ordinal);
        Assert.All(usual.Marks.Zip(named.Marks), pair => Assert.Equal(16, pair.Second.Y - pair.First.Y, 6));
    }

    [Fact]
    public void A_panel_with_too_few_points_is_refused() => Assert.Contains(
        "Series '0' has 1 points for 2 periods",
        Assert.Throws<ArgumentException>(() => PlotRenderer.Render(Spec([1m]) with { Periods = ["2023", "2024"] })).Message,
        StringComparison.Ordinal);

    private static MultiplesSpec Spec(params decimal?[][] panels) =>
        ((MultiplesSpec)Scene.Named("multiples-empty").Of(new SceneLook(900))) with
        {
            Target = null,
            Periods = Enumerable.Range(0, panels[0].Length).Select(year => $"{2023 + year}").ToValueList(),
            Panels = panels.Select((values, i) => LineScenes.Series($"单位{i}", i, values) with { Id = $"{i}" }).ToValueList(),
        };
}
