using System.Collections.Immutable;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Grains.Catalogues;

/// <summary>Reads <c>indicators.yaml</c>, in the light of the units, groups and measures.</summary>
internal sealed class IndicatorEntries(Entries<MeasureUnit> units, Entries<IndicatorGroup> groups, Entries<Measure> measures)
{
    /// <summary>More digits than any figure here is measured to.</summary>
    private const int MostDecimals = 6;

    public Entries<Indicator> Read(ImmutableArray<YamlEntry> entries)
    {
        var indicators = new Entries<Indicator>("indicator");
        foreach (var entry in entries)
        {
            var (code, named) = indicators.Name(entry, CodeForm.Dotted);
            var indicator = ReadOne(code, named, indicators);
            named.RefuseOtherKeys();
            new FormulaRules(indicator, named, measures).Check();
            indicators.Add(code, indicator);
        }

        return indicators;
    }

    /// <param name="before">The indicators above this one, which its formula may refer to.</param>
    private Indicator ReadOne(string code, YamlEntry entry, Entries<Indicator> before)
    {
        var source = SourceEntry.Read(entry, "source");
        return new Indicator(
            code,
            entry.Text("name", "the Chinese name"),
            entry.Text("name_en", "the English name"),
            Known(groups, entry, "group"),
            Known(units, entry, "unit"),
            entry.Whole("decimals", 0, MostDecimals),
            entry.Word<Direction>("direction"),
            entry.Text("definition", "the formula in Chinese words and measure codes"),
            source?.Text,
            FormulaEntry.Read(entry, before),
            MeasureEntries.PeriodTypes(entry),
            entry.WordList<SchoolStage>("stages"),
            TargetEntries.Read(entry))
        {
            DefinitionEn = entry.Text("definition_en", "the formula in English words and measure codes"),
            SourceDoubt = source?.Doubt,
            Version = ReadVersion(entry),
        };
    }

    private static string Known<T>(Entries<T> entries, YamlEntry entry, string key)
    {
        var code = entry.Text(key, $"a {key} of {key}s.yaml");
        entries.Resolve(entry, key, code);
        return code;
    }

    internal static DefinitionVersion ReadVersion(YamlEntry entry)
    {
        if (entry.Entry("version", "the definition's number and the day from which it holds") is not { } version)
            return DefinitionVersion.First;
        var read = new DefinitionVersion(version.Whole("number", 1, 1000), version.Date("from"));
        version.RefuseOtherKeys();
        return read;
    }
}
