namespace EduAnalytics.Plots.Tests.Scenes;

internal static class WaterfallScenes
{
    public static Scene Usual { get; } = new("waterfall", look => Spec(look, 42, [.. new[] { -9m, 6, -5, 4, -3, 2, 0, -1 }.Select((amount, i) =>
        new WaterfallStep($"{i}", look.District(i), amount) { Synthetic = i % 3 == 1 })]));

    public static Scene Picked { get; } = new("waterfall-picked", look => Picking((WaterfallSpec)Usual.Of(look), "2"));

    public static IReadOnlyList<Scene> Unusual { get; } =
    [
        new("waterfall-crowded", look => Spec(look, 24_800_000, [.. Enumerable.Range(0, 30).Select(i =>
            new WaterfallStep($"{i}", look.LongName(i), (i % 5 - 2) * 61_234.5m) { Synthetic = i % 2 == 0 })])),
        new("waterfall-one", look => Spec(look, 0, new WaterfallStep("a", look.LongName(1), 3))),
        new("waterfall-empty", look => Spec(look, 42)),
    ];

    private static WaterfallSpec Picking(WaterfallSpec spec, string step) =>
        spec with { Steps = [.. spec.Steps.Select(one => one with { Highlighted = one.Id == step })] };

    private static WaterfallSpec Spec(SceneLook look, decimal start, params WaterfallStep[] steps) => look.Dress(new WaterfallSpec
    {
        Title = look.Word("辍学学生数的变化由何而来", "What made the number of dropouts change"),
        Subtitle = look.Word("各区县，2023年至2024年", "by district, 2023 to 2024"),
        Unit = look.Word("人", "students"),
        Decimals = 0,
        Start = new WaterfallTotal("from", look.Word("2023年", "2023"), start),
        Steps = [.. steps],
        End = new WaterfallTotal("to", look.Word("2024年", "2024"), start + steps.Sum(step => step.Amount)),
        MoreIsBetter = false,
        Texts = new WaterfallTexts
        {
            Step = look.Word("单位", "unit"),
            Amount = look.Word("增减", "change"),
            Total = look.Word("累计", "running total"),
            Rise = look.Word("增加", "rise"),
            Fall = look.Word("减少", "fall"),
            CutNote = look.Word("横轴不从零开始", "the axis does not begin at zero"),
            SyntheticSuffix = look.Word("（演示）", " (demo)"),
        },
    });
}
