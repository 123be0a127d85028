namespace EduAnalytics.Plots.Tests.Scenes;

internal static class StatusMapScenes
{
    private static readonly (string Chinese, string English)[] Indicators =
    [
        ("辍学率", "Dropout rate"), ("体质健康优良率", "Fitness: excellent and good"), ("学生近视率", "Myopia rate"),
        ("公办园在园幼儿占比", "Children in public kindergartens"), ("普惠性幼儿园覆盖率", "Inclusive kindergartens"),
        ("每百名学生拥有高于规定学历教师数", "Teachers above the required degree per 100 students"),
        ("生均教学及辅助用房面积", "Teaching area per student"), ("教师工资收入比", "Teachers' pay against civil servants'"),
    ];

    public static Scene Usual { get; } = new("status-map", look => Spec(look, 8, 8, look.District));

    public static IReadOnlyList<Scene> Unusual { get; } =
    [
        new("status-map-crowded", look => Spec(look, 30, 30, look.LongName)),
        new("status-map-thirty", look => Spec(look, 30, 8, look.LongName)),
        new("status-map-one", look => Spec(look, 1, 1, look.LongName)),
        new("status-map-empty", look => Spec(look, 0, 8, look.District)),
    ];

    private static StatusMapSpec Spec(SceneLook look, int rows, int columns, Func<int, string> name) => look.Dress(new StatusMapSpec
    {
        Title = look.Word("各区县指标达标情况", "Districts against their targets"),
        Subtitle = look.Word("2024年", "2024"),
        Columns = Enumerable.Range(0, columns).Select(column =>
            new StatusMapColumn($"{column}", look.Word(Indicators[column % 8].Chinese, Indicators[column % 8].English))).ToValueList(),
        Rows = Enumerable.Range(0, rows).Select(row => new StatusMapRow(
            $"{row}", name(row), Enumerable.Range(0, columns).Select(column => Cell(look, row, column)).ToValueList())
        { Synthetic = row % 3 == 1, Highlighted = row == 2 }).ToValueList(),
        Texts = new StatusMapTexts
        {
            Met = look.Word("达标", "met"),
            Missed = look.Word("未达标", "missed"),
            NoTarget = look.Word("未设目标", "no target"),
            NoData = look.Word("无数据", "no data"),
            OrgUnit = look.Word("单位", "unit"),
            SyntheticSuffix = look.Word("（演示）", " (demo)"),
        },
    });

    private static StatusCell Cell(SceneLook look, int row, int column)
    {
        var seed = (row * 7 + column * 5) % 11;
        if (seed == 4)
            return new StatusCell(null, look.Word("无数据", "no data"), "");
        var value = column == 6 ? 62171886.03m + seed : seed * 9.4m;
        var text = column == 6 ? look.Word("6,217.2万", "62.2m") : $"{value:0.0}";
        return new StatusCell(value, text + "%", text, column == 2 ? RowStatus.None : seed > 4 ? RowStatus.Met : RowStatus.Missed);
    }
}
