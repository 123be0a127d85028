using System.Collections.Immutable;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Domain.RollUps;

public enum CellOrigin
{
    /// <summary>Counted from records, or summed from the units below.</summary>
    Summed,

    /// <summary>As the unit itself states it.</summary>
    Stated,
}

/// <summary>One cell of a unit's row, as its parent keeps it.</summary>
/// <param name="Total">Null where the unit no longer has the cell.</param>
/// <param name="Version">The unit's version at which the cell last changed.</param>
public sealed record RowCell(MeasureKey Key, CellOrigin Origin, MeasureTotal? Total, long Version)
{
    /// <summary>Whether two states of a cell say the same; a newer record that leaves the value as it was makes no change.</summary>
    internal static bool AreSame(MeasureTotal? held, MeasureTotal? now) =>
        held is { } before && now is { } after ? before with { AcceptedAt = after.AcceptedAt } == after : held is null && now is null;
}

/// <summary>
/// State on its way up: every cell of the child that changed since the version which the child believes its parent holds.
/// Sent again, late or out of order it can do no harm, since a cell replaces only an older one.
/// </summary>
/// <param name="Since">The version the parent is believed to hold; 0 sends the whole row.</param>
/// <param name="Version">The child's version with these cells in it.</param>
public sealed record RowUpdate(OrgUnitId Child, long Since, long Version, ImmutableArray<RowCell> Cells);

/// <summary>The version a parent holds of a child's row; lower than what was sent where an earlier part is missing.</summary>
public readonly record struct RowReceipt(long Held);
