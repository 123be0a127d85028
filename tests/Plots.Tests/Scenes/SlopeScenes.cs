using System.Globalization;

namespace EduAnalytics.Plots.Tests.Scenes;

internal static class SlopeScenes
{
    private static readonly (decimal? From, decimal? To)[] Rates =
        [(44.8m, 51.2m), (36.1m, 45.3m), (38.2m, 49.9m), (52.0m, 48.7m), (47.1m, 47.1m), (null, 41.2m), (50.1m, 50.6m), (null, null)];

    public static Scene Usual { get; } = new("slope", look => Spec(look, [.. Rates.Select((rate, i) =>
        Line($"{i}", look.District(i), rate.From, rate.To) with { Synthetic = i is 0 or 3, Highlighted = i == 2 })]));

    public static IReadOnlyList<Scene> Unusual { get; } =
    [
        new("slope-crowded", look => Spec(look, [.. Enumerable.Range(0, 30).Select(i =>
            Line($"{i}", look.LongName(i), 40 + i % 7, 42 + i * 3 % 11) with { Synthetic = i % 2 == 0 })])),
        new("slope-one", look => Spec(look, Line("a", look.LongName(1), 28.8m, 49.9m)) with { Target = null }),
        new("slope-empty", look => Spec(look)),
    ];

    private static SlopeLine Line(string id, string name, decimal? from, decimal? to) => new(
        id, name, from, to,
        (to - from) switch { > 0 => SlopeCourse.Better, < 0 => SlopeCourse.Worse, _ => SlopeCourse.Level },
        to - from is { } change ? change.ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture) : "");

    private static SlopeSpec Spec(SceneLook look, params SlopeLine[] lines) => look.Dress(new SlopeSpec
    {
        Title = look.Word("体质健康优良率的变化", "Fitness: excellent and good, how it changed"),
        Subtitle = look.Word("全部学段", "all stages"),
        Unit = "%",
        Height = look.Height,
        From = look.Word("2019年", "2019"),
        To = look.Word("2024年", "2024"),
        Lines = [.. lines],
        Target = new TargetLine(50, look.Word("目标 ≥ 50%", "target ≥ 50%")),
        Texts = new SlopeTexts
        {
            OrgUnit = look.Word("单位", "unit"),
            Change = look.Word("变化", "change"),
            Course = look.Word("走向", "course"),
            Better = look.Word("变好", "better"),
            Worse = look.Word("变差", "worse"),
            Level = look.Word("持平", "level"),
            NoData = look.Word("无数据", "no data"),
            SyntheticSuffix = look.Word("（演示）", " (demo)"),
            SyntheticKey = look.Word("演示数据", "demo data"),
        },
    });
}
