using System.Collections.Immutable;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Gateway.Export.Tables;
using static EduAnalytics.Gateway.Export.Tables.ExportColumn;

namespace EduAnalytics.Gateway.Export;

/// <summary>What each indicator of an export means and which policy document it comes from.</summary>
internal static class SourceTable
{
    public static ExportTable Of(ImmutableArray<Indicator> indicators, ExportRows names, ExportLanguage language) =>
        new(ExportTitles.Sources, indicators.Length,
        [
            new Text("indicator", new("指标代码", "Indicator"), i => indicators[i].Code),
            new Text("indicator_name", new("指标名称", "Indicator name"), i => names.NameOf(indicators[i])),
            new Text("unit", new("计量单位", "Unit"), i => names.UnitOf(indicators[i])),
            new Text("definition", new("定义", "Definition"), i => DefinitionOf(indicators[i], language)),
            new Text("source", new("出处", "Source"), i => indicators[i].Source),
            new Text("source_doubt", new("出处中未能核实的（英文）", "Not confirmed of the source"), i => indicators[i].SourceDoubt),
        ]);

    private static string DefinitionOf(Indicator indicator, ExportLanguage language) =>
        new Title(indicator.Definition, indicator.DefinitionEn ?? indicator.Definition).In(language);
}
