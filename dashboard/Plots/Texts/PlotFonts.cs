using SkiaSharp;

namespace EduAnalytics.Plots;

/// <summary>The typefaces pictures are measured and drawn with.</summary>
public static class PlotFonts
{
    /// <summary>
    /// Families in the order a browser shall try them: an SVG's text is set by the reader's machine, not by this one.
    /// </summary>
    public const string Families = "'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', sans-serif";

    private const char Probe = '鹤';

    // Skia's font manager without fontconfig cannot look up a face by character, so good families are named first.
    private static readonly string[] Preferred =
    [
        "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN", "Microsoft YaHei",
        "PingFang SC", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "SimHei", "Noto Sans CJK JP",
    ];

    private static readonly Lazy<(SKTypeface Regular, SKTypeface Bold, bool DrawsChinese)> Loaded = new(Load);

    internal static SKTypeface Regular => Loaded.Value.Regular;

    internal static SKTypeface Bold => Loaded.Value.Bold;

    /// <summary>
    /// Whether this machine can draw Chinese. Ask at start and warn when not: without such a font a PNG would show
    /// empty boxes. SVG stays readable, since its text is drawn by the browser.
    /// </summary>
    public static FontCheck Check() => new(Loaded.Value.DrawsChinese, Regular.FamilyName);

    private static (SKTypeface, SKTypeface, bool) Load()
    {
        var family = ChineseFamily(SKFontManager.Default);
        var regular = Face(family, SKFontStyle.Normal);
        return (regular, Face(family, SKFontStyle.Bold), regular.ContainsGlyph(Probe));
    }

    private static string? ChineseFamily(SKFontManager fonts)
    {
        if (Preferred.FirstOrDefault(family => Draws(fonts, family)) is { } known)
            return known;
        using var matched = fonts.MatchCharacter(null, SKFontStyle.Normal, ["zh-Hans"], Probe);
        return matched?.FamilyName ?? fonts.FontFamilies.FirstOrDefault(family => Draws(fonts, family));
    }

    private static bool Draws(SKFontManager fonts, string family)
    {
        using var face = fonts.MatchFamily(family, SKFontStyle.Normal);
        return face is not null && face.ContainsGlyph(Probe);
    }

    private static SKTypeface Face(string? family, SKFontStyle style) =>
        (family is null ? null : SKFontManager.Default.MatchFamily(family, style)) ?? SKTypeface.Default;
}

/// <param name="DrawsChinese">False: install a CJK font (Debian: <c>fonts-noto-cjk</c>) before trusting a PNG.</param>
/// <param name="Family">The family in use.</param>
public sealed record FontCheck(bool DrawsChinese, string Family);
