using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Domain.Catalogues.Documents;

/// <summary>The indicators of one group.</summary>
internal static class IndicatorSection
{
    public static void Write(StringBuilder text, IndicatorGroup group, ImmutableArray<Indicator> indicators, Catalogue catalogue)
    {
        text.Append(CultureInfo.InvariantCulture, $"## {group.Name} {group.NameEn}\n\n");
        foreach (var indicator in indicators)
            WriteOne(text, indicator, catalogue);
    }

    private static void WriteOne(StringBuilder text, Indicator indicator, Catalogue catalogue)
    {
        var unit = catalogue.Units.FirstOrDefault(unit => unit.Code == indicator.Unit);
        var direction = indicator.Direction switch
        {
            Direction.HigherIsBetter => "higher is better",
            Direction.LowerIsBetter => "lower is better",
            _ => "neither way is better",
        };
        text.Append(CultureInfo.InvariantCulture, $"### `{indicator.Code}` {indicator.Name}\n\n{indicator.NameEn}. ");
        text.Append(CultureInfo.InvariantCulture, $"{unit?.NameEn ?? indicator.Unit} ({unit?.Name ?? indicator.Unit}), {indicator.Decimals} decimals, {direction}. ");
        text.Append(CultureInfo.InvariantCulture, $"Stages: {CatalogueDocument.Words(indicator.Stages, "all together")}.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"- Formula: `{FormulaText.Symbols(indicator.Formula)}`\n");
        text.Append(CultureInfo.InvariantCulture, $"- {indicator.Definition.Trim()}\n");
        if (indicator.DefinitionEn is { } english)
            text.Append(CultureInfo.InvariantCulture, $"- {english.Trim()}\n");
        text.Append(CultureInfo.InvariantCulture, $"- Definition {indicator.Version.Number}, from {indicator.Version.From:yyyy-MM-dd}. ");
        text.Append(CultureInfo.InvariantCulture, $"Source: {CatalogueDocument.Source(indicator.Source, indicator.SourceConfirmed)}\n");
        WriteTargets(text, indicator.Targets);
        text.Append('\n');
    }

    private static void WriteTargets(StringBuilder text, ImmutableArray<Target> targets)
    {
        foreach (var target in targets)
        {
            var stage = target.Stage is { } only ? CatalogueDocument.Words<SchoolStage>([only], "") : "all stages";
            text.Append(CultureInfo.InvariantCulture, $"- Target: {CatalogueDocument.Threshold(target)} for {stage} from {target.FromYear}. ");
            text.Append(CultureInfo.InvariantCulture, $"Source: {CatalogueDocument.Source(target.Source, target.SourceConfirmed)}\n");
        }
    }
}
