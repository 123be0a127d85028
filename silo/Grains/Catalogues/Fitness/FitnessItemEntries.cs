using System.Collections.Immutable;
using EduAnalytics.Domain.Fitness;

namespace EduAnalytics.Grains.Catalogues.Fitness;

/// <summary>Reads <c>fitness/items.yaml</c>, and with each item its tables.</summary>
internal static class FitnessItemEntries
{
    private const int MostDecimals = 3;

    /// <param name="tablesOf">The entries of the file of an item's tables; none where there is no such file.</param>
    public static Entries<FitnessItem> Read(ImmutableArray<YamlEntry> entries, Func<string, ImmutableArray<YamlEntry>> tablesOf)
    {
        var items = new Entries<FitnessItem>("item");
        foreach (var entry in entries)
        {
            var (code, named) = items.Name(entry, CodeForm.Phrase);
            var better = named.Word<FitnessDirection>("better");
            var (lowest, highest) = (named.Number("lowest"), named.Number("highest"));
            if (highest <= lowest)
                named.Refuse("highest", $"highest {highest} was given with lowest {lowest}", "a number above lowest");
            items.Add(code, new FitnessItem(
                code,
                named.Text("name", "the Chinese name"),
                named.Text("name_en", "the English name"),
                named.Text("unit", "the unit as readers see it"),
                better,
                named.Whole("decimals", 0, MostDecimals),
                lowest,
                highest,
                FitnessTableEntries.Read([.. tablesOf(code).Select(table => table.Named(code))], better)));
            named.RefuseOtherKeys();
        }

        return items;
    }
}
