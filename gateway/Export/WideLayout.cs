using System.Collections.Immutable;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Gateway.Export.Tables;
using static EduAnalytics.Gateway.Export.Tables.ExportColumn;

namespace EduAnalytics.Gateway.Export;

/// <summary>A row for each unit and indicator, with the values of the periods side by side: what people read in a spreadsheet.</summary>
internal static class WideLayout
{
    /// <param name="rows">Series after series, each over all <paramref name="periods"/>.</param>
    public static ExportTable Of(ImmutableArray<ExportRow> rows, ImmutableArray<Period> periods)
    {
        var count = periods.IsEmpty ? 0 : rows.Length / periods.Length;
        ExportRow First(int series) => rows[series * periods.Length];
        return new ExportTable(ExportTitles.Data, count,
        [
            new Text("org_unit", new("单元代码", "Org unit"), i => First(i).OrgUnit),
            new Text("org_unit_name", new("单元名称", "Org unit name"), i => First(i).OrgUnitName),
            new Word("level", new("层级", "Level"), i => First(i).Level, CodeWords.Levels),
            new Text("indicator", new("指标代码", "Indicator"), i => First(i).Indicator),
            new Text("indicator_name", new("指标名称", "Indicator name"), i => First(i).IndicatorName),
            new Text("unit", new("计量单位", "Unit"), i => First(i).Unit),
            new Word("stage", new("学段", "Stage"), i => First(i).Stage, CodeWords.Stages),
            .. periods.Select((period, place) => new Number(
                period.ToString(),
                new Title(period.ToString(), period.ToString()),
                i => rows[(i * periods.Length) + place].Value,
                i => First(i).Decimals)),
            new Flag("synthetic", new("含模拟数据", "Generated"), i => First(i).Synthetic),
            new Text("warnings", new("提示", "Warnings"), i => WarningsOf(rows.AsSpan(i * periods.Length, periods.Length))),
        ]);
    }

    private static string? WarningsOf(ReadOnlySpan<ExportRow> series)
    {
        var codes = new List<string>();
        foreach (var row in series)
            codes.AddRange(row.Warnings?.Split(' ').Except(codes) ?? []);
        return codes.Count == 0 ? null : string.Join(' ', codes);
    }
}
