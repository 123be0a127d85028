namespace EduAnalytics.Plots.Tests.Scenes;

internal static class LineScenes
{
    private static readonly decimal?[][] Rates =
    [
        [36.1m, 37.9m, 40.2m, 41.8m, 44.0m, 45.3m], [44.8m, 45.6m, 47.1m, 48.0m, 50.9m, 51.2m],
        [3.4m, null, 38.2m, 40.7m, 48.8m, 49.9m],
    ];

    public static Scene Usual { get; } = new("lines", look => Spec(look, Years(6), [.. Rates.Select((rates, i) =>
        Series(look.District(i), i, rates) with { Synthetic = i != 2, Highlighted = i == 2 })]) with
    {
        Target = new TargetLine(50, look.Word("目标 ≥ 50%", "target ≥ 50%")),
        Band = new LineBand(
            look.Word("其他区县（最低至最高）", "other districts (lowest to highest)"),
            Enumerable.Range(0, 6).Select(year => (BandEdge?)new BandEdge(31 + year, 52 + year * 1.5m)).ToValueList()),
    });

    public static Scene Picked { get; } = new("lines-picked", look => (LineSpec)Usual.Of(look) with { PickedPeriod = 3 });

    public static IReadOnlyList<Scene> Unusual { get; } =
    [
        new("lines-crowded", look => Spec(look, Years(20), [.. Enumerable.Range(0, 30).Select(i =>
            Series(look.LongName(i), i, [.. Enumerable.Range(0, 20).Select(year => (decimal?)(40 + i % 7 + year * 0.4m))]))])),
        new("lines-many-picked", look => Spec(look, Years(20), Series(look.LongName(0), 0, [.. Enumerable.Range(0, 20).Select(year => (decimal?)(40 + year * 0.4m))])) with { PickedPeriod = 18 }),
        new("lines-one", look => Spec(look, Years(1), Series(look.LongName(1), 0, 48.8m)) with
        {
            Band = new LineBand(look.Word("其他区县", "other districts"), [new BandEdge(31, 52)]),
        }),
        new("lines-empty", look => Spec(look, Years(6), Series(look.District(0), 0, [.. Enumerable.Repeat<decimal?>(null, 6)]))),
    ];

    public static LineSpec Spec(SceneLook look, ValueList<string> periods, params LineSeries[] series) => look.Dress(new LineSpec
    {
        Title = look.Word("体质健康优良率", "Fitness: excellent and good"),
        Subtitle = look.Word("全部学段", "all stages"),
        Unit = "%",
        Height = look.Height,
        Periods = periods,
        Series = [.. series],
        Texts = !look.English ? Specs.Texts : new LineTexts
        {
            SyntheticSuffix = " (demo)",
            SyntheticKey = "demo data",
            ComputedKey = "computed",
            ReportedKey = "as reported",
            UnnamedNote = "{0} more not named",
            NoData = "no data",
            OrgUnit = "unit",
            Lowest = "lowest",
            Highest = "highest",
        },
    });

    public static ValueList<string> Years(int count) =>
        Enumerable.Range(2025 - count, count).Select(year => $"{year}").ToValueList();

    public static LineSeries Series(string name, int number, params decimal?[] values) =>
        new($"{number:00}", name, values.Select(value => new LinePoint(value)).ToValueList());
}
