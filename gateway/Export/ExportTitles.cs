using EduAnalytics.Gateway.Export.Tables;

namespace EduAnalytics.Gateway.Export;

/// <summary>What the parts of an export are called.</summary>
internal static class ExportTitles
{
    public static readonly Title Data = new("数据", "Data");
    public static readonly Title Warnings = new("提示", "Warnings");
    public static readonly Title Sources = new("指标与出处", "Sources");
    public static readonly Title Notes = new("说明", "Notes");
}
