using System.Collections.Immutable;
using EduAnalytics.Gateway.Export.Tables;
using static EduAnalytics.Gateway.Export.Tables.ExportColumn;

namespace EduAnalytics.Gateway.Export;

/// <summary>A row for each value, with everything that is known about it: what statistics programs want.</summary>
internal static class LongLayout
{
    public static ExportTable Of(ImmutableArray<ExportRow> rows) => new(ExportTitles.Data, rows.Length,
    [
        new Text("org_unit", new("单元代码", "Org unit"), i => rows[i].OrgUnit),
        new Text("org_unit_name", new("单元名称", "Org unit name"), i => rows[i].OrgUnitName),
        new Word("level", new("层级", "Level"), i => rows[i].Level, CodeWords.Levels),
        new Text("indicator", new("指标代码", "Indicator"), i => rows[i].Indicator),
        new Text("indicator_name", new("指标名称", "Indicator name"), i => rows[i].IndicatorName),
        new Text("unit", new("计量单位", "Unit"), i => rows[i].Unit),
        new Text("period", new("时期", "Period"), i => rows[i].Period.ToString()),
        new Day("period_start", new("起", "From"), i => rows[i].Period.Start),
        new Day("period_end", new("止", "To"), i => rows[i].Period.End),
        new Word("stage", new("学段", "Stage"), i => rows[i].Stage, CodeWords.Stages),
        new Number("value", new("数值", "Value"), i => rows[i].Value, i => rows[i].Decimals),
        new Number("numerator", new("分子", "Numerator"), i => rows[i].Numerator, Whatever),
        new Number("denominator", new("分母", "Denominator"), i => rows[i].Denominator, Whatever),
        new Word("basis", new("依据", "Basis"), i => rows[i].Basis, CodeWords.Bases),
        new Number("reported", new("上报值", "Reported"), i => rows[i].Reported, Whatever),
        new Number("target", new("目标", "Target"), i => rows[i].Target, Whatever),
        new Word("status", new("达标情况", "Status"), i => rows[i].Status, CodeWords.Statuses),
        new Number("change", new("较上期变化", "Change"), i => rows[i].Change, i => rows[i].Decimals),
        new Word("suppression", new("不予显示的原因", "Withheld because"), i => rows[i].Suppression, CodeWords.Suppressions),
        new Count("reported_units", new("已上报单位", "Units that reported"), i => rows[i].ReportedUnits),
        new Count("expected_units", new("应上报单位", "Units expected to"), i => rows[i].ExpectedUnits),
        new Instant("as_of", new("数据截至（UTC）", "As of (UTC)"), i => rows[i].AsOf),
        new Count("version", new("版本", "Version"), i => rows[i].Version),
        new Flag("synthetic", new("含模拟数据", "Generated"), i => rows[i].Synthetic),
        new Text("warnings", new("提示", "Warnings"), i => rows[i].Warnings),
    ]);

    private static int? Whatever(int row) => null;
}
