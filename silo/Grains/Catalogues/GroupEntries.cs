using System.Collections.Immutable;
using EduAnalytics.Domain.Indicators;

namespace EduAnalytics.Grains.Catalogues;

/// <summary>Reads <c>groups.yaml</c>.</summary>
internal static class GroupEntries
{
    public static Entries<IndicatorGroup> Read(ImmutableArray<YamlEntry> entries)
    {
        var groups = new Entries<IndicatorGroup>("group");
        foreach (var entry in entries)
        {
            var (code, named) = groups.Name(entry, CodeForm.Phrase);
            groups.Add(code, new IndicatorGroup(
                code,
                named.Text("name", "the Chinese name"),
                named.Text("name_en", "the English name")));
            named.RefuseOtherKeys();
        }

        return groups;
    }
}
