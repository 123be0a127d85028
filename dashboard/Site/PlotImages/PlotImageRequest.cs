using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.PlotViews;
using EduAnalytics.Dashboard.Shell;
using EduAnalytics.Plots;

namespace EduAnalytics.Dashboard.PlotImages;

/// <summary>What a picture's address asks for.</summary>
/// <param name="Format"><c>svg</c> or <c>png</c>.</param>
/// <param name="Scale">Image pixels per CSS pixel of a PNG.</param>
/// <param name="Refusal">What is wrong with the address, as a sentence; null where nothing is.</param>
public sealed record PlotImageRequest(
    CompareView View, string Format, Visitor Visitor, PlotSize Size, int Scale, string? Refusal)
{
    /// <summary>The period of a plot that shows one; null for the newest that most units have.</summary>
    public string? Period { get; init; }

    /// <summary>The codes of a status map's columns; empty for all of the group, or for all that have a target.</summary>
    public IReadOnlyList<string> Indicators { get; init; } = [];

    /// <summary>The group of a status map's columns; null for all groups.</summary>
    public string? Group { get; init; }

    /// <summary>The unit that a tree parts further; null for the one with the largest count.</summary>
    public string? Open { get; init; }

    private const int LeastPixels = 240;
    private const int MostPixels = 2400;

    public static PlotImageRequest Read(string? query, string format)
    {
        var address = new AddressReader(query);
        var view = address.ReadCompare();
        var width = address.ReadNumber("width", LeastPixels, MostPixels) ?? 900;
        var height = address.ReadNumber("height", LeastPixels, MostPixels) ?? 480;
        var scale = address.ReadNumber("scale", 1, 4) ?? 2;
        var language = address.ReadChoice("lang", ["zh", "en"]);
        var theme = address.ReadChoice("theme", ["light", "dark", "print"]);
        var size = new PlotSize(width, height, ThemeOf(theme));
        return new PlotImageRequest(
            view, format, Visitor.From(language, theme), size, scale, address.Unread is [var first, ..] ? first.Sentence : null)
        {
            Period = address.ReadText("period"),
            Indicators = [.. address.ReadList("indicators")],
            Group = address.ReadText("group"),
            Open = address.ReadText("open"),
        };
    }

    private static PlotTheme ThemeOf(string? theme) => theme switch
    {
        "dark" => PlotTheme.Dark,
        "print" => PlotTheme.Print,
        _ => PlotTheme.Light,
    };
}
