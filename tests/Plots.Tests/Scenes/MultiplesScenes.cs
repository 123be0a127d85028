namespace EduAnalytics.Plots.Tests.Scenes;

internal static class MultiplesScenes
{
    public static Scene Usual { get; } = new("multiples", look => Spec(look, 6, [.. Enumerable.Range(0, 8).Select(i =>
        Panel(look.District(i), i, 6) with { Synthetic = i % 3 == 1 })]));

    public static Scene Picked { get; } = new("multiples-picked", look => (MultiplesSpec)Usual.Of(look) with { PickedPeriod = 2 });

    public static IReadOnlyList<Scene> Unusual { get; } =
    [
        new("multiples-crowded", look => Spec(look, 20, [.. Enumerable.Range(0, 30).Select(i =>
            Panel(look.LongName(i), i, 20) with { Synthetic = i % 2 == 0 })])),
        new("multiples-one", look => Spec(look, 1, Panel(look.LongName(1), 1, 1))),
        new("multiples-empty", look => Spec(look, 6)),
    ];

    private static LineSeries Panel(string name, int number, int years) => new(
        $"{number:00}", name,
        Enumerable.Range(0, years).Select(year => (number + year) % 9 == 8 || number == 6
            ? LinePoint.Gap
            : new LinePoint(31 + number * 2 + year * (number % 4) * 1.3m, number == 2 ? PointBasis.Reported : PointBasis.Computed)).ToValueList());

    private static MultiplesSpec Spec(SceneLook look, int years, params LineSeries[] panels)
    {
        var lines = LineScenes.Spec(look, LineScenes.Years(years));
        return look.Dress(new MultiplesSpec
        {
            Title = lines.Title,
            Subtitle = lines.Subtitle,
            Unit = lines.Unit,
            Periods = lines.Periods,
            Panels = [.. panels],
            Texts = lines.Texts,
            Target = new TargetLine(50, look.Word("目标 ≥ 50%", "target ≥ 50%")),
            Others = look.Word("其他单位", "the other units"),
        });
    }
}
