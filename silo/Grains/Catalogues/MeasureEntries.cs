using System.Collections.Immutable;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Grains.Catalogues;

/// <summary>Reads <c>measures.yaml</c>.</summary>
internal static class MeasureEntries
{
    public static Entries<Measure> Read(ImmutableArray<YamlEntry> entries, Entries<MeasureUnit> units)
    {
        var measures = new Entries<Measure>("measure");
        foreach (var entry in entries)
        {
            var (code, named) = measures.Name(entry, CodeForm.Dotted);
            var unitCode = named.Text("unit", "a unit of units.yaml");
            var unit = units.Resolve(named, "unit", unitCode);
            measures.Add(code, new Measure(
                code,
                named.Text("name", "the Chinese name"),
                named.Text("name_en", "the English name"),
                unitCode,
                named.Flag("whole", unit?.Whole ?? false),
                named.Flag("additive", unit?.Additive ?? false),
                PeriodTypes(named),
                named.WordList<SchoolStage>("stages")));
            named.RefuseOtherKeys();
        }

        return measures;
    }

    /// <summary>Without a kind of period nothing could ever be stated.</summary>
    internal static ImmutableArray<PeriodType> PeriodTypes(YamlEntry entry)
    {
        var types = entry.WordList<PeriodType>("period_types");
        if (types.IsEmpty && !entry.Has("period_types"))
            entry.Refuse("period_types", "period_types is missing", Words<PeriodType>.Expected);
        return types;
    }
}
