namespace EduAnalytics.Plots.Tests.Scenes;

internal static class RankingScenes
{
    private static readonly (decimal? Value, decimal? Before)[] Rates =
    [
        (63.6m, 61.0m), (58.2m, 60.9m), (55.0m, 51.7m), (51.3m, 51.3m), (47.7m, 49.1m), (41.2m, null), (28.8m, 27.5m), (null, 30.2m),
    ];

    public static Scene Usual { get; } = new("ranking", look => Spec(look, [.. Rates.Select((rate, i) =>
        Row($"{i}", look.District(i), rate.Value, rate.Before) with { Synthetic = i is 1 or 4, Highlighted = i == 6 })]));

    public static IReadOnlyList<Scene> Unusual { get; } =
    [
        new("ranking-crowded", look => Spec(look, [.. Enumerable.Range(0, 30).Select(i =>
            Row($"{i}", look.LongName(i), 95 - i * 3, 92 - i * 2.9m) with { Synthetic = i % 2 == 0 })])),
        new("ranking-one", look => Spec(look, Row("a", look.LongName(1), 28.8m, 49.9m))),
        new("ranking-empty", look => Spec(look, Row("a", look.District(0), null, null), Row("b", look.LongName(1), null, null))),
    ];

    private static RankingSpec Spec(SceneLook look, params RankingRow[] rows) => look.Dress(new RankingSpec
    {
        Title = look.Word("公办园在园幼儿占比，2024年", "Children in public kindergartens, 2024"),
        Unit = "%",
        Period = "2024",
        Rows = [.. rows],
        Target = new TargetLine(50, look.Word("目标 ≥ 50%", "target ≥ 50%")),
        Texts = !look.English ? Specs.RankingTexts : new RankingTexts
        {
            Met = "met",
            Missed = "missed",
            NoData = "no data",
            Change = "on year before",
            Before = "year before",
            OrgUnit = "unit",
            Status = "status",
            SyntheticSuffix = " (demo)",
            SyntheticKey = "demo data",
        },
    });

    private static RankingRow Row(string id, string name, decimal? value, decimal? before) => new(
        id, name, value, value switch { null => RowStatus.None, >= 50 => RowStatus.Met, _ => RowStatus.Missed },
        value - before is { } change ? change.ToString("+0.0;−0.0;0.0", System.Globalization.CultureInfo.InvariantCulture) : "")
    {
        Before = value is null ? null : before,
    };
}
