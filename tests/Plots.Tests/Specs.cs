namespace EduAnalytics.Plots.Tests;

/// <summary>Specifications like the dashboard's, made the same way in every run.</summary>
internal static class Specs
{
    public static readonly string[] Chinese =
        ["向阳区", "工农区", "南山区", "兴安区", "东山区", "兴山区", "萝北县", "绥滨县"];

    public static readonly string[] English =
        ["Xiangyang", "Gongnong", "Nanshan", "Xing'an", "Dongshan", "Xingshan", "Luobei County", "Suibin County"];

    public static readonly LineTexts Texts = new()
    {
        SyntheticSuffix = "（演示）",
        SyntheticKey = "演示数据",
        ComputedKey = "系统计算",
        ReportedKey = "上报数",
        UnnamedNote = "另有 {0} 个单位未标名",
        NoData = "无数据",
        OrgUnit = "单位",
        Lowest = "最低",
        Highest = "最高",
    };

    public static readonly RankingTexts RankingTexts = new()
    {
        Met = "达标",
        Missed = "未达标",
        NoData = "无数据",
        Change = "较上年",
        Before = "上年",
        OrgUnit = "单位",
        Status = "状态",
        SyntheticSuffix = "（演示）",
        SyntheticKey = "演示数据",
    };

    public static LineSpec Lines(params LineSeries[] series) => new()
    {
        Title = "体质健康优良率",
        Subtitle = "各区县",
        Unit = "%",
        Texts = Texts,
        Periods = Enumerable.Range(0, series.FirstOrDefault()?.Points.Count ?? 1)
            .Select(year => $"{2019 + year}").ToValueList(),
        Series = [.. series],
    };

    public static LineSeries Series(string id, params decimal?[] values) =>
        new(id, id, values.Select(value => new LinePoint(value)).ToValueList());

    /// <summary>Series close together, where labels would collide, with every seventh value missing.</summary>
    public static LineSpec Crowd(int series, int periods, int width, bool english = false, int nameRepeats = 1)
    {
        var random = new Random(series * 1000 + periods);
        return Lines([.. Enumerable.Range(0, series).Select(number => Wandering(random, number, periods))]) with
        {
            Width = width,
            Height = width < PlotSpec.CompactBelow ? 320 : 480,
            Culture = english ? "en-GB" : "zh-CN",
            Target = new TargetLine(50, english ? "target ≥ 50" : "目标 ≥ 50"),
        };

        LineSeries Wandering(Random from, int number, int count)
        {
            var names = english ? English : Chinese;
            var name = string.Concat(Enumerable.Repeat(names[number % names.Length] + number, nameRepeats));
            var points = Enumerable.Range(0, count)
                .Select(_ => new LinePoint(from.Next(7) == 0 ? null : 48 + from.Next(50) / 10m));
            return new LineSeries($"{number:00}", name, points.ToValueList()) { Synthetic = number % 2 == 1 };
        }
    }

    public static RankingSpec Ranking(params RankingRow[] rows) => new()
    {
        Title = "排名",
        Unit = "%",
        Period = "2024",
        Rows = [.. rows],
        Texts = RankingTexts,
    };

    public static SparklineSpec Sparkline(params decimal?[] values) => new()
    {
        Title = "辍学率",
        Id = "230404",
        Width = 120,
        Periods = values.Select((_, year) => $"{2019 + year}").ToValueList(),
        Points = values.Select(value => new LinePoint(value)).ToValueList(),
    };
}
