using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.Texts;

namespace EduAnalytics.Plots.StatusMaps;

/// <summary>How the cells are parted into blocks of columns that fit side by side.</summary>
/// <param name="NameWidth">What a row's name may take before it is shortened.</param>
/// <param name="NamesAbove">On a phone long names stand above their cells, since three letters of each tell no row from another.</param>
/// <param name="Columns">How many columns stand side by side; the last block may have fewer.</param>
internal sealed record StatusMapGrid(double NameWidth, bool NamesAbove, double CellsLeft, double CellWidth, int Columns)
{
    private const double CellHeight = 27;
    private const double NameHeight = 21;

    /// <summary>Between a name and the first cell.</summary>
    private const double NameGap = 8;

    /// <summary>Kept free of a column's name, left and right together.</summary>
    public const double HeadPad = 6;

    private const double WideCell = 66;
    private const double CompactCell = 54;
    private const double WidestCell = 108;
    private const double WideNames = 0.3;
    private const double CompactNames = 0.26;

    public static StatusMapGrid Of(StatusMapSpec spec, Margins margins)
    {
        var widest = spec.Rows
            .Select(row => TextRuler.Width(CellInk.NameText(spec, row), margins.TextSize, row.Highlighted)).DefaultIfEmpty(0).Max();
        var names = Math.Min(widest, spec.Width * (spec.Compact ? CompactNames : WideNames));
        var above = spec.Compact && widest > names;
        var left = above ? margins.Side : margins.Side + names + NameGap;
        var room = Math.Max(1, spec.Width - margins.Side - left);
        var narrowest = above ? Math.Clamp(LongestWord(spec, margins) + HeadPad, CompactCell, WidestCell) : spec.Compact ? CompactCell : WideCell;
        var most = Math.Max(1, (int)(room / narrowest));
        var blocks = Math.Max(1, (int)Math.Ceiling((double)spec.Columns.Count / most));
        // Blocks of like width read as one table; a last block of a single column would not.
        var columns = Math.Max(1, (int)Math.Ceiling((double)spec.Columns.Count / blocks));
        return new StatusMapGrid(above ? room : names, above, left, Math.Min(room / columns, WidestCell), columns);
    }

    public double RowHeight => NamesAbove ? NameHeight + CellHeight : CellHeight;

    /// <summary>The middle of a row's name, from the row's top.</summary>
    public double NameMiddle => NamesAbove ? NameHeight / 2 + 2 : CellHeight / 2;

    public PixelBox Cell(int column, double rowTop) =>
        new(CellsLeft + column % Columns * CellWidth, rowTop + RowHeight - CellHeight, CellWidth, CellHeight);

    /// <summary>Chinese breaks anywhere; other words are torn where they find no room.</summary>
    private static double LongestWord(StatusMapSpec spec, Margins margins) => spec.Columns
        .SelectMany(column => column.Name.Split(' '))
        .Where(word => word.All(char.IsAscii))
        .Select(word => TextRuler.Width(word, margins.TextSize)).DefaultIfEmpty(0).Max();
}
