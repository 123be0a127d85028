using EduAnalytics.Plots.Texts;

namespace EduAnalytics.Plots.Drawing;

/// <summary>One explained sign, or with no sign a note.</summary>
/// <param name="Sign">Draws around the middle (x, y) of a box <paramref name="SignWidth"/> wide.</param>
internal sealed record KeyItem(
    string Text, Func<double, double, IEnumerable<Shape>>? Sign = null, double SignWidth = Key.LineSign);

/// <summary>The signs' meanings, flowing in rows below a plot.</summary>
internal sealed class Key
{
    /// <summary>Width in pixels of a sign that shows a stretch of line; enough for two dashes.</summary>
    public const double LineSign = 24;

    /// <summary>Width in pixels of a single marker.</summary>
    public const double MarkerSign = 9;

    private const double Between = 16;
    private const double SignGap = 6;

    private readonly List<(KeyItem Item, string Text, double X, int Row)> _placed = [];
    private readonly Margins _margins;

    public Key(IEnumerable<KeyItem> items, double width, Margins margins)
    {
        _margins = margins;
        var right = width - margins.Side;
        var (x, row) = (margins.Side, 0);
        foreach (var item in items)
        {
            var sign = item.Sign is null ? 0 : item.SignWidth + SignGap;
            var text = TextRuler.Shorten(item.Text, right - margins.Side - sign, margins.TextSize);
            var needed = sign + TextRuler.Width(text, margins.TextSize);
            if (x > margins.Side && x + needed > right)
                (x, row) = (margins.Side, row + 1);
            _placed.Add((item, text, x, row));
            x += needed + Between;
        }
    }

    public double Height => _placed.Count == 0 ? 0 : (_placed[^1].Row + 1) * (_margins.LineHeight + 1) + 4;

    public void Place(Picture picture, double top)
    {
        foreach (var (item, text, x, row) in _placed)
        {
            var middle = top + 4 + (row + 0.5) * (_margins.LineHeight + 1);
            var left = x;
            if (item.Sign is { } sign)
            {
                picture.Shapes.AddRange(sign(x + item.SignWidth / 2, middle));
                left += item.SignWidth + SignGap;
            }

            picture.Texts.Add(new PlacedText(
                text, left, PlacedText.BaselineFor(middle, _margins.TextSize), Anchor.Start, _margins.TextSize,
                picture.Colours.Muted));
        }
    }
}
