using System.Collections.Immutable;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Grains.Catalogues;

/// <summary>Reads an indicator's targets: a stage or all, a first year, and one comparison with its threshold.</summary>
internal static class TargetEntries
{
    private const int EarliestYear = 1986;
    private const int LatestYear = 2100;

    internal static readonly ImmutableArray<(string Key, TargetComparison Comparison)> Comparisons =
    [
        ("at_least", TargetComparison.AtLeast),
        ("at_most", TargetComparison.AtMost),
        ("below", TargetComparison.Below),
    ];

    public static ImmutableArray<Target> Read(YamlEntry indicator)
    {
        if (!indicator.Has("targets"))
            return [];
        var stages = indicator.WordList<SchoolStage>("stages");
        var targets = ImmutableArray.CreateBuilder<Target>();
        foreach (var entry in indicator.Entries("targets"))
        {
            var stage = entry.Has("stage") ? entry.Word<SchoolStage>("stage") : (SchoolStage?)null;
            if (stage is { } only && !stages.Contains(only))
                entry.Refuse("stage", "the target is set for a stage which the indicator does not have", "one of the indicator's stages");
            var (comparison, value) = ReadThreshold(entry);
            var source = SourceEntry.Read(entry, "source");
            targets.Add(new Target(stage, entry.Whole("from", EarliestYear, LatestYear), comparison, value, source?.Text)
            {
                SourceDoubt = source?.Doubt,
            });
            entry.RefuseOtherKeys();
        }

        return targets.ToImmutable();
    }

    private static (TargetComparison Comparison, decimal Value) ReadThreshold(YamlEntry entry)
    {
        var given = Comparisons.Where(comparison => entry.Has(comparison.Key)).ToList();
        if (given is [var (key, comparison)])
            return (comparison, entry.Number(key));
        entry.Refuse("from", $"{given.Count} comparisons are given", "one of at_least, at_most, below");
        return default;
    }
}
