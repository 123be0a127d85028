using System.Runtime.InteropServices;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Domain.Findings.Peers;

/// <summary>
/// One indicator's values over the units of a parent, kept in order, so that a change of one unit reads that unit and
/// moves one value.
/// </summary>
internal sealed class PeerGroup
{
    private readonly Dictionary<OrgUnitId, decimal> values = [];
    private readonly List<double> sorted = [];

    /// <summary>The unit of each value in <see cref="sorted"/>.</summary>
    private readonly List<OrgUnitId> units = [];

    public int Count => values.Count;

    public void Set(OrgUnitId unit, decimal? value)
    {
        if (values.Remove(unit, out var before))
            TakeOut(unit, (double)before);
        if (value is not { } known)
            return;
        values.Add(unit, known);
        var at = sorted.BinarySearch((double)known);
        at = at < 0 ? ~at : at;
        sorted.Insert(at, (double)known);
        units.Insert(at, unit);
    }

    /// <summary>The units whose values are far, each with its value and what is usual among the others.</summary>
    public IEnumerable<(OrgUnitId Unit, decimal Value, Usual Usual)> Far(PeerSpread spread)
    {
        var ends = spread.Find(CollectionsMarshal.AsSpan(sorted));
        for (var i = 0; i < ends.Low; i++)
            yield return (units[i], values[units[i]], ends.AtLow);
        for (var i = sorted.Count - ends.High; i < sorted.Count; i++)
            yield return (units[i], values[units[i]], ends.AtHigh);
    }

    private void TakeOut(OrgUnitId unit, double value)
    {
        // Equal values stand side by side, and the search may land on any of them.
        var at = sorted.BinarySearch(value);
        while (at > 0 && sorted[at - 1].Equals(value))
            at--;
        while (units[at] != unit)
            at++;
        sorted.RemoveAt(at);
        units.RemoveAt(at);
    }
}
