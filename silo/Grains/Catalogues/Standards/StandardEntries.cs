using System.Collections.Immutable;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Standards;

namespace EduAnalytics.Grains.Catalogues.Standards;

/// <summary>Reads <c>standards.yaml</c>, in the light of the indicators.</summary>
internal static class StandardEntries
{
    public static IReadOnlyList<Standard> Read(ImmutableArray<YamlEntry> entries, Entries<Indicator> indicators)
    {
        var standards = new Entries<Standard>("standard");
        foreach (var entry in entries)
        {
            var (code, named) = standards.Name(entry, CodeForm.Hyphenated);
            standards.Add(code, ReadOne(code, named, indicators));
            named.RefuseOtherKeys();
        }

        return standards.Values;
    }

    private static Standard ReadOne(string code, YamlEntry entry, Entries<Indicator> indicators)
    {
        var source = SourceEntry.Read(entry, "source");
        if (source is null)
            entry.Refuse("source", "source is missing", "the policy document that sets the standard");
        var version = IndicatorEntries.ReadVersion(entry);
        var criteria = new CriterionEntries(code, version, source, indicators).Read(entry.Entries("criteria"));
        return new Standard(
            code,
            entry.Text("name", "the Chinese name"),
            entry.Text("name_en", "the English name"),
            source?.Text ?? "",
            criteria,
            ReadNotComputed(entry))
        {
            Version = version,
            SourceDoubt = source?.Doubt,
        };
    }

    private static ImmutableArray<UncomputedDuty> ReadNotComputed(YamlEntry standard)
    {
        if (!standard.Has("not_computed"))
            return [];
        var duties = ImmutableArray.CreateBuilder<UncomputedDuty>();
        foreach (var entry in standard.Entries("not_computed"))
        {
            duties.Add(new UncomputedDuty(
                entry.OptionalText("section", "the section of the document"),
                entry.Text("name", "the Chinese name"),
                entry.Text("name_en", "the English name"),
                entry.Text("reason", "in Chinese, why no figure here tells"),
                entry.Text("reason_en", "in English, why no figure here tells")));
            entry.RefuseOtherKeys();
        }

        return duties.ToImmutable();
    }
}
