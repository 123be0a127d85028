using System.Collections.Immutable;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Domain.RollUps;

/// <summary>A unit's own row: what it passes to its parent, each cell with the version at which it last changed.</summary>
public sealed class Row(OrgUnitId unit)
{
    private readonly Dictionary<(MeasureKey Key, CellOrigin Origin), RowCell> cells = [];

    public long Version { get; private set; }

    public IReadOnlyCollection<RowCell> Cells => cells.Values;

    /// <summary>Brings the given cells to what the measures say now. The keys may name cells that did not change.</summary>
    public void Refresh(IMeasures measures, IEnumerable<MeasureKey> keys)
    {
        Version = measures.Version;
        foreach (var key in keys)
        {
            Set(key, CellOrigin.Summed, measures.TrySummed(key, out var total) ? total : null);
            Set(key, CellOrigin.Stated, measures.TryStated(key, out var stated) ? new MeasureTotal(stated.Value, 1, 1, stated.AcceptedAt) : null);
        }
    }

    public RowUpdate Since(long version) =>
        new(unit, version, Version, [.. cells.Values.Where(cell => cell.Version > version)]);

    public static Row Of(RowUpdate stored)
    {
        var row = new Row(stored.Child) { Version = stored.Version };
        foreach (var cell in stored.Cells)
            row.cells[(cell.Key, cell.Origin)] = cell;
        return row;
    }

    private void Set(MeasureKey key, CellOrigin origin, MeasureTotal? total)
    {
        var held = cells.GetValueOrDefault((key, origin));
        if (held?.Total != total)
            cells[(key, origin)] = new RowCell(key, origin, total, Version);
    }
}
