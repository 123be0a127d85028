using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Domain.RollUps;

/// <summary>A unit's own row: what it passes to its parent, each cell with the version at which it last changed.</summary>
public sealed class Row(OrgUnitId unit)
{
    private readonly Dictionary<(MeasureKey Key, CellOrigin Origin), RowCell> cells = [];

    public long Version { get; private set; }

    /// <summary>
    /// Brings the given cells to what the measures say now, and tells which of them changed. A record that leaves a cell's
    /// value as it was does not change the cell: its time stays that of the record which brought the value.
    /// </summary>
    public IReadOnlyCollection<MeasureKey> Refresh(IMeasures measures, IEnumerable<MeasureKey> keys)
    {
        Version = measures.Version;
        var changed = new HashSet<MeasureKey>();
        foreach (var key in keys)
        {
            var summed = Set(key, CellOrigin.Summed, measures.TrySummed(key, out var total) ? total : null);
            var stated = Set(key, CellOrigin.Stated, measures.TryStated(key, out var own) ? new MeasureTotal(own.Value, 1, 1, own.AcceptedAt) : null);
            if (summed || stated)
                changed.Add(key);
        }

        return changed;
    }

    /// <summary>The same, and then for the cells that follow from those which changed.</summary>
    public IReadOnlyCollection<MeasureKey> Refresh(IMeasures measures, IEnumerable<MeasureKey> keys, Catalogue catalogue)
    {
        var changed = Refresh(measures, keys);
        return changed.Count == 0
            ? changed
            : [.. changed, .. Refresh(measures, changed.SelectMany(catalogue.DerivedFrom).Distinct())];
    }

    /// <summary>All cells as they stand, at a version that is newer than all that was told of them.</summary>
    public void Renew(long version)
    {
        Version = version;
        foreach (var (place, cell) in cells.ToList())
            cells[place] = cell with { Version = version };
    }

    public RowUpdate Since(long version) =>
        new(unit, version, Version, [.. cells.Values.Where(cell => cell.Version > version)]);

    private bool Set(MeasureKey key, CellOrigin origin, MeasureTotal? total)
    {
        var held = cells.GetValueOrDefault((key, origin));
        if (RowCell.AreSame(held?.Total, total))
            return false;
        cells[(key, origin)] = new RowCell(key, origin, total, Version);
        return true;
    }
}
