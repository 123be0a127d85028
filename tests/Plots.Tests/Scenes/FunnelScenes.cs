namespace EduAnalytics.Plots.Tests.Scenes;

internal static class FunnelScenes
{
    public static Scene Usual { get; } = new("funnel", look => Spec(look, 40, school => look.Word($"第{school}中学", $"No. {school} Middle School")) with { Withheld = 3 });

    public static IReadOnlyList<Scene> Unusual { get; } =
    [
        new("funnel-crowded", look => Spec(look, 200, look.LongName)),
        new("funnel-one", look => Spec(look, 1, look.LongName)),
        new("funnel-empty", look => Spec(look, 0, look.LongName) with { Withheld = 2 }),
    ];

    private static FunnelSpec Spec(SceneLook look, int units, Func<int, string> name)
    {
        var random = new Random(units);
        var points = Enumerable.Range(0, units).Select(unit =>
        {
            var size = 20 + (int)(Math.Pow(random.NextDouble(), 2) * 1800);
            var rate = unit % 12 == 5 ? 0.62 : unit % 12 == 9 ? 0.31 : 0.45;
            var spread = Math.Sqrt(rate * (1 - rate) / size);
            var count = Math.Clamp((int)Math.Round(size * (rate + (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 1.6 * spread)), 0, size);
            return new FunnelPoint($"{unit}", name(unit), count, size) { Synthetic = unit % 4 == 3, Highlighted = unit == 2 };
        });
        return look.Dress(new FunnelSpec
        {
            Title = look.Word("体质健康优良率与学校规模", "Fitness: excellent and good, by size of school"),
            Subtitle = look.Word("南山区各学校，2024年", "schools of Nanshan, 2024"),
            Period = "2024",
            Unit = "%",
            Height = look.Height,
            Points = points.ToValueList(),
            Texts = new FunnelTexts
            {
                OrgUnit = look.Word("单位", "unit"),
                Numerator = look.Word("分子", "numerator"),
                Denominator = look.Word("人数", "people"),
                Rate = look.Word("数值", "rate"),
                LowerLimit = look.Word("下限（99.8%）", "lower limit (99.8%)"),
                UpperLimit = look.Word("上限（99.8%）", "upper limit (99.8%)"),
                Place = look.Word("位置", "place"),
                Centre = look.Word("合计 {0}", "all together {0}"),
                InnerLimit = look.Word("95% 控制限", "95% limits"),
                OuterLimit = look.Word("99.8% 控制限", "99.8% limits"),
                Within = look.Word("在 95% 控制限内", "within the 95% limits"),
                Between = look.Word("在 95% 与 99.8% 控制限之间", "between the limits"),
                Outside = look.Word("超出 99.8% 控制限", "outside the 99.8% limits"),
                WithheldNote = look.Word("另有 {0} 个单位人数过少，不予显示", "{0} more with too few people to show"),
                UnnamedNote = look.Word("另有 {0} 个超出的单位未标名", "{0} more outside not named"),
                NoData = look.Word("无数据", "no data"),
                SyntheticSuffix = look.Word("（演示）", " (demo)"),
                SyntheticKey = look.Word("演示数据", "demo data"),
            },
        });
    }
}
