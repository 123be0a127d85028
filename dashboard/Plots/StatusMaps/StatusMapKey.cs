using EduAnalytics.Plots.Colours;
using EduAnalytics.Plots.Drawing;

namespace EduAnalytics.Plots.StatusMaps;

/// <summary>What the key of a status map explains: only what occurs in it.</summary>
internal static class StatusMapKey
{
    private const double Swatch = 22;

    public static IEnumerable<KeyItem> Items(StatusMapSpec spec, ThemeColours colours)
    {
        var cells = spec.Rows.SelectMany(row => row.Cells).ToList();
        foreach (var (status, text) in new[] { (RowStatus.Met, spec.Texts.Met), (RowStatus.Missed, spec.Texts.Missed) })
            if (cells.Exists(cell => cell.Status == status))
                yield return new KeyItem(text, (x, y) => StatusSign.At(x, y, status, colours), StatusSign.Width);
        if (cells.Find(cell => cell is { Status: RowStatus.None, Value: not null }) is { } without)
            yield return new KeyItem(
                spec.Texts.NoTarget,
                (x, y) => [Polygon.Box(new PixelBox(x - Swatch / 2, y - 6, Swatch, 12), CellInk.Fill(without, colours))],
                Swatch);
        if (cells.Exists(cell => cell.Value is null))
            yield return new KeyItem($"–  {spec.Texts.NoData}");
    }
}
