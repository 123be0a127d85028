using System.Collections.Immutable;
using EduAnalytics.Domain.Measures;

namespace EduAnalytics.Grains.Catalogues;

/// <summary>Reads <c>units.yaml</c>.</summary>
internal static class UnitEntries
{
    public static Entries<MeasureUnit> Read(ImmutableArray<YamlEntry> entries)
    {
        var units = new Entries<MeasureUnit>("unit");
        foreach (var entry in entries)
        {
            var (code, named) = units.Name(entry, CodeForm.Phrase);
            units.Add(code, new MeasureUnit(
                code,
                named.Text("name", "the Chinese name"),
                named.Text("name_en", "the English name"),
                named.Flag("whole", false),
                named.Flag("additive", false)));
            named.RefuseOtherKeys();
        }

        return units;
    }
}
