namespace EduAnalytics.Plots.Tests.Scenes;

internal static class StripScenes
{
    private static readonly StripBox Middle = new(41, 46, 52);

    public static Scene Usual { get; } = new("strip", look => Spec(look, [.. Enumerable.Range(0, 5).Select(number =>
        Group($"{number}", look.District(number), number == 4 ? 0 : 12 + number * 9, number, school => $"{look.District(number)}{look.Word("第", " No. ")}{school}{look.Word("小学", "")}"))]));

    public static Scene Picked { get; } = new("strip-picked", look => Picking((StripSpec)Usual.Of(look), "1-9"));

    public static IReadOnlyList<Scene> Unusual { get; } =
    [
        new("strip-crowded", look => Spec(look, [.. Enumerable.Range(0, 30).Select(number =>
            Group($"{number}", look.LongName(number), 40, number, look.LongName))])),
        new("strip-one", look => Spec(look, Group("a", look.District(2), 60, 3, look.LongName))),
        new("strip-lone", look => Spec(look, new StripGroup("a", look.LongName(0), [new StripPoint("x", look.LongName(1), 48.8m)], null))),
        new("strip-empty", look => Spec(look)),
    ];

    private static StripGroup Group(string id, string name, int schools, int seed, Func<int, string> school)
    {
        var random = new Random(seed);
        var points = Enumerable.Range(0, schools).Select(number => new StripPoint(
            $"{id}-{number}", school(number + 1),
            number switch { 0 => 3.4m, 1 => 78.2m, 2 when seed % 2 == 0 => 5.1m, _ => 36 + random.Next(200) / 10m })
        { Synthetic = seed % 3 == 1 });
        return new StripGroup(id, name, points.ToValueList(), schools == 0 ? null : Middle);
    }

    private static StripSpec Picking(StripSpec spec, string school) => spec with
    {
        Groups = [.. spec.Groups.Select(group => group with
        {
            Points = [.. group.Points.Select(point => point with { Highlighted = point.Id == school })],
        })],
    };

    private static StripSpec Spec(SceneLook look, params StripGroup[] groups) => look.Dress(new StripSpec
    {
        Title = look.Word("各学校体质健康优良率", "Fitness: excellent and good, school by school"),
        Subtitle = look.Word("小学，2024年", "primary, 2024"),
        Period = "2024",
        Unit = "%",
        Floor = 0,
        Ceiling = 100,
        Groups = [.. groups],
        Target = new TargetLine(50, look.Word("目标 ≥ 50%", "target ≥ 50%")),
        Texts = new StripTexts
        {
            Group = look.Word("区县", "district"),
            OrgUnit = look.Word("学校", "school"),
            Point = look.Word("一所学校", "a school"),
            Outlier = look.Word("离群学校", "outlier"),
            Box = look.Word("中间一半与中位数", "middle half and median"),
            UnnamedNote = look.Word("另有 {0} 所离群学校未标名", "{0} more outliers not named"),
            NoData = look.Word("无数据", "no data"),
            SyntheticSuffix = look.Word("（演示）", " (demo)"),
            SyntheticKey = look.Word("演示数据", "demo data"),
        },
    });
}
