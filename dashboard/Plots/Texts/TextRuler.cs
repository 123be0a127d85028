using System.Globalization;
using SkiaSharp;

namespace EduAnalytics.Plots.Texts;

/// <summary>Measures and shortens text in the face it will be drawn with.</summary>
internal static class TextRuler
{
    private const string Ellipsis = "…";

    /// <summary>Of a hundred characters kept of a name, how many are of its end.</summary>
    private const int TailShare = 40;

    /// <summary>Characters; of a name cut shorter, only the beginning says anything.</summary>
    private const int ShortestParted = 6;

    /// <summary>Width in pixels.</summary>
    public static double Width(string text, double size, bool bold = false)
    {
        using var font = new SKFont(bold ? PlotFonts.Bold : PlotFonts.Regular, (float)size);
        if (font.ContainsGlyphs(text))
            return font.MeasureText(text);
        // A missing glyph measures as the font's empty box; a browser will draw the real one, at most a square.
        return text.EnumerateRunes()
            .Sum(rune => font.ContainsGlyph(rune.Value) ? font.MeasureText(rune.ToString()) : size);
    }

    /// <summary>The text, or as much of its beginning as fits with an ellipsis.</summary>
    public static string Shorten(string text, double width, double size, bool bold = false)
    {
        if (Width(text, size, bold) <= width)
            return text;
        // By text elements, or a cut could fall inside a surrogate pair or between a letter and its accent.
        var starts = StringInfo.ParseCombiningCharacters(text);
        for (var kept = starts.Length - 1; kept > 0; kept--)
        {
            var candidate = text[..starts[kept]].TrimEnd() + Ellipsis;
            if (Width(candidate, size, bold) <= width)
                return candidate;
        }

        return Ellipsis;
    }

    /// <summary>
    /// A name, or as much of its beginning and its end as fits: names beside each other often begin alike, schools with
    /// that of their district, and end with the number that tells them apart.
    /// </summary>
    public static string ShortenName(string name, double width, double size, bool bold = false)
    {
        if (Width(name, size, bold) <= width)
            return name;
        var starts = StringInfo.ParseCombiningCharacters(name);
        for (var kept = starts.Length - 1; kept >= ShortestParted; kept--)
        {
            var tail = kept * TailShare / 100;
            var candidate = name[..starts[kept - tail]].TrimEnd() + Ellipsis + name[starts[^tail]..].TrimStart();
            if (Width(candidate, size, bold) <= width)
                return candidate;
        }

        return Shorten(name, width, size, bold);
    }

    /// <summary>Breaks at spaces, or between Chinese characters, into at most <paramref name="lines"/> lines.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width, double size, int lines, bool bold = false)
    {
        var wrapped = new List<string>();
        var rest = text.Trim();
        while (rest.Length > 0 && wrapped.Count < lines - 1 && Width(rest, size, bold) > width)
        {
            var cut = LineEnd(rest, width, size, bold);
            wrapped.Add(rest[..cut].TrimEnd());
            rest = rest[cut..].TrimStart();
        }

        if (rest.Length > 0)
            wrapped.Add(Shorten(rest, width, size, bold));
        return wrapped;
    }

    private static int LineEnd(string text, double width, double size, bool bold)
    {
        var fits = 1;
        while (fits < text.Length && Width(text[..(fits + 1)], size, bold) <= width)
            fits++;
        for (var cut = fits; cut > 0; cut--)
            if (text[cut - 1] == ' ' || text[cut] == ' ' || (IsWide(text[cut - 1]) && !ClosesPhrase(text[cut])))
                return cut;
        return fits;
    }

    private static bool IsWide(char c) => c >= '\u2E80';

    private static bool ClosesPhrase(char c) => "，。；：、）》」！？%".Contains(c, StringComparison.Ordinal);
}
