using System.Diagnostics.CodeAnalysis;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Domain.Release;

/// <summary>One unit's counts of one group that end in one year.</summary>
internal sealed class YearCounts(CountGroup group)
{
    private readonly Dictionary<MeasureKey, decimal> counts = [];
    private readonly HashSet<string> split = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SchoolStage> firstStage = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<MeasureKey, decimal> All => counts;

    public bool TryFind(MeasureKey key, out decimal count) => counts.TryGetValue(key, out count);

    public void Add(MeasureKey key, decimal count)
    {
        counts[key] = count;
        if (key.Stage is not { } stage || split.Contains(key.Code))
            return;
        if (!firstStage.TryAdd(key.Code, stage) && firstStage[key.Code] != stage)
            split.Add(key.Code);
    }

    /// <summary>
    /// From which closure on a cell is withheld. Where all is of one stage, the stage's number is the total, and goes with it;
    /// where only one of the group's measures is, its total goes with the others' stages, one of which it may be the same as.
    /// </summary>
    public Closure WithheldFrom(MeasureKey key)
    {
        if (group.IsWithinYear(key.Period))
            return Closure.WithinYear;
        return split.Count > 0 && (key.Stage is not null || !split.Contains(key.Code)) ? Closure.Stages : Closure.Whole;
    }
}

/// <summary>One unit's counts of students, by group and year, as they stood at one version.</summary>
internal sealed class UnitCounts
{
    private readonly Dictionary<YearOfCounts, YearCounts> years = [];

    public UnitCounts(IMeasures measures, IEnumerable<MeasureKey> keys, CountGroups groups)
    {
        foreach (var key in keys)
        {
            if (groups.Find(key.Code) is not { } group || !group.PeriodTypes.Contains(key.Period.Type) || Term.Choose(key, measures) is not { } term)
                continue;
            var year = new YearOfCounts(group.Name, key.Period.End.Year);
            if (!years.TryGetValue(year, out var counts))
                years.Add(year, counts = new YearCounts(group));
            counts.Add(key, term.Value);
        }
    }

    public bool TryFind(YearOfCounts year, [NotNullWhen(true)] out YearCounts? counts) => years.TryGetValue(year, out counts);
}
