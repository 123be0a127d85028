using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Domain.Findings.Peers;

/// <summary>One indicator's values over the units of a parent, kept so that a change of one unit reads that unit only.</summary>
internal sealed class PeerGroup
{
    private readonly Dictionary<OrgUnitId, decimal> values = [];

    public int Count => values.Count;

    public void Set(OrgUnitId unit, decimal? value)
    {
        if (value is { } known)
            values[unit] = known;
        else
            values.Remove(unit);
    }

    /// <summary>The units whose values are far, each with its value and the median of the others.</summary>
    public IEnumerable<(OrgUnitId Unit, decimal Value, decimal Median)> Far(PeerSpread spread)
    {
        var units = new OrgUnitId[values.Count];
        var sorted = new double[values.Count];
        var at = 0;
        foreach (var (unit, value) in values)
            (units[at], sorted[at++]) = (unit, (double)value);
        Array.Sort(sorted, units);
        var ends = spread.Find(sorted);
        for (var i = 0; i < ends.Low; i++)
            yield return (units[i], values[units[i]], (decimal)ends.LowMedian);
        for (var i = sorted.Length - ends.High; i < sorted.Length; i++)
            yield return (units[i], values[units[i]], (decimal)ends.HighMedian);
    }
}
