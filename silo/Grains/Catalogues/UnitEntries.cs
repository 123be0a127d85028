using System.Collections.Immutable;
using EduAnalytics.Domain.Measures;

namespace EduAnalytics.Grains.Catalogues;

/// <summary>Reads <c>units.yaml</c>.</summary>
internal static class UnitEntries
{
    /// <summary>Whoever writes a catalogue of one's own and forgets the key should not show single students.</summary>
    private const string Students = "students";
    private const int UnlessSaid = 5;
    private const int Largest = 1000;

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
                named.Flag("additive", false))
            {
                SmallestShown = SmallestShown(named, code == Students ? UnlessSaid : 0),
            });
            named.RefuseOtherKeys();
        }

        return units;
    }

    internal static int SmallestShown(YamlEntry entry, int otherwise) =>
        entry.Has("smallest_shown") ? entry.Whole("smallest_shown", 0, Largest) : otherwise;
}
