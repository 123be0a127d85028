using System.Collections.Immutable;
using EduAnalytics.Gateway.Export.Tables;
using EduAnalytics.Gateway.Queries;
using static EduAnalytics.Gateway.Export.Tables.ExportColumn;

namespace EduAnalytics.Gateway.Export;

/// <summary>What in a comparison is not like for like, a row for each warning.</summary>
internal static class WarningTable
{
    public static ExportTable Of(ImmutableArray<ComparisonWarning> warnings, ExportRows names) => new(ExportTitles.Warnings, warnings.Length,
    [
        new Word("code", new("提示", "Warning"), i => warnings[i].Code, CodeWords.Warnings),
        new Text("org_unit", new("单元代码", "Org unit"), i => warnings[i].OrgUnit?.Id.Code),
        new Text("org_unit_name", new("单元名称", "Org unit name"), i => warnings[i].OrgUnit is { } unit ? names.NameOf(unit) : null),
        new Text("indicator", new("指标代码", "Indicator"), i => warnings[i].Indicator?.Code),
        new Text("indicator_name", new("指标名称", "Indicator name"), i => warnings[i].Indicator is { } indicator ? names.NameOf(indicator) : null),
        new Text("periods", new("时期", "Periods"), i => string.Join(' ', warnings[i].Periods)),
        new Text("message", new("详情（英文）", "Message"), i => warnings[i].Message),
    ]);
}
