using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Grains.Catalogues.Standards;

/// <param name="Stage">Null where the threshold is not set by stage.</param>
internal readonly record struct Threshold(SchoolStage? Stage, TargetComparison Comparison, decimal Value);

/// <summary>Reads a threshold: one number, or one for each stage.</summary>
internal static class ThresholdEntry
{
    public static IReadOnlyList<Threshold> Read(YamlEntry criterion)
    {
        var given = TargetEntries.Comparisons.Where(comparison => criterion.Has(comparison.Key)).ToList();
        if (given is not [var (key, comparison)])
        {
            criterion.Refuse("code", $"{given.Count} comparisons are given", $"one of {string.Join(", ", TargetEntries.Comparisons.Select(one => one.Key))}");
            return [];
        }

        if (!criterion.IsMapping(key))
            return [new Threshold(null, comparison, criterion.Number(key))];
        var byStage = criterion.Entry(key, "a threshold for each stage")!;
        var thresholds = Enum.GetValues<SchoolStage>()
            .Where(stage => byStage.Has(Words<SchoolStage>.Spelt(stage)))
            .Select(stage => new Threshold(stage, comparison, byStage.Number(Words<SchoolStage>.Spelt(stage))))
            .ToList();
        byStage.RefuseOtherKeys();
        return thresholds;
    }
}
