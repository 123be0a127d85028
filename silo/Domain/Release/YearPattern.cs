using System.Collections.Immutable;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Domain.Release;

/// <summary>How far a unit and its children are closed for one group and year, and the reasons given.</summary>
internal sealed class YearPattern
{
    public static readonly YearPattern Open = new();

    private readonly Dictionary<OrgUnitId, (Closed Closed, YearCounts Counts)> closed = [];

    /// <summary>The children closed for others, and for whom: those that had a small count when it was chosen.</summary>
    public ImmutableDictionary<OrgUnitId, (Closure Closure, ImmutableHashSet<OrgUnitId> For)> Complements { get; init; } =
        ImmutableDictionary<OrgUnitId, (Closure, ImmutableHashSet<OrgUnitId>)>.Empty;

    /// <inheritdoc cref="YearTable.LacksRoom"/>
    public bool LacksRoom { get; init; }

    /// <summary>How far the unit itself is closed because the step of its totals would tell too much.</summary>
    public Closure Held { get; init; }

    /// <summary>How far a unit is closed; open where nothing is said of it.</summary>
    public Closed Of(OrgUnitId unit) => closed.GetValueOrDefault(unit).Closed;

    public bool IsOpen(OrgUnitId unit) => !closed.ContainsKey(unit);

    public void Close(OrgUnitId unit, Closed how, YearCounts counts) => closed[unit] = (how, counts);

    /// <summary>Null where the cell is shown.</summary>
    public Suppression? WhyWithheld(OrgUnitId unit, MeasureKey cell) =>
        closed.TryGetValue(unit, out var held) && held.Closed.Closure >= held.Counts.WithheldFrom(cell) ? held.Closed.Reason : null;
}
