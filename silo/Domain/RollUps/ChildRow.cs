using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Domain.RollUps;

/// <summary>
/// A child's row as its parent holds it. It reads like the child itself, so that rankings and comparisons over hundreds of
/// schools need no call to any of them.
/// </summary>
public sealed class ChildRow(OrgUnit unit, Catalogue catalogue) : IMeasures
{
    private readonly Dictionary<(MeasureKey Key, CellOrigin Origin), RowCell> cells = [];

    public OrgUnit Unit => unit;

    public long Version { get; private set; }

    public IEnumerable<MeasureKey> Keys => cells.Values.Where(cell => cell.Total is not null).Select(cell => cell.Key).Distinct();

    public bool TrySummed(MeasureKey key, out MeasureTotal total)
    {
        var held = Find(key, CellOrigin.Summed);
        total = held ?? default;
        return held is not null;
    }

    public bool TryStated(MeasureKey key, out StatedValue stated)
    {
        var held = Find(key, CellOrigin.Stated);
        stated = held is { } value ? new StatedValue(value.Value, value.AcceptedAt) : default;
        return held is not null;
    }

    /// <summary>Takes what is newer than what is held. False, and nothing taken, where an earlier part is missing.</summary>
    /// <param name="changed">Receives the keys of the cells that say something new.</param>
    internal bool Accept(RowUpdate update, ICollection<MeasureKey> changed)
    {
        if (update.Since > Version)
            return false;
        if (update.Since == 0 && update.Version > Version)
            DropAllBut(update, changed);
        foreach (var cell in update.Cells)
        {
            var place = (catalogue.Normalise(cell.Key), cell.Origin);
            if (cells.TryGetValue(place, out var held) && held.Version >= cell.Version)
                continue;
            cells[place] = cell;
            if (!RowCell.AreSame(held?.Total, cell.Total))
                changed.Add(place.Item1);
        }

        Version = Math.Max(Version, update.Version);
        return true;
    }

    /// <summary>A whole row that is newer says all there is: a child that came to life anew does not know what it once had.</summary>
    private void DropAllBut(RowUpdate whole, ICollection<MeasureKey> changed)
    {
        if (cells.Count == 0)
            return;
        var told = whole.Cells.Select(cell => (catalogue.Normalise(cell.Key), cell.Origin)).ToHashSet();
        foreach (var (place, cell) in cells.ToList())
        {
            if (told.Contains(place))
                continue;
            cells.Remove(place);
            if (cell.Total is not null)
                changed.Add(place.Key);
        }
    }

    private MeasureTotal? Find(MeasureKey key, CellOrigin origin) =>
        cells.GetValueOrDefault((catalogue.Normalise(key), origin))?.Total;
}
