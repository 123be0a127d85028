using EduAnalytics.Plots.Colours;
using SkiaSharp;

namespace EduAnalytics.Plots.Tests;

public class ColourTests
{
    [Fact]
    public void Sorting_the_series_differently_repaints_nothing()
    {
        var spec = Specs.Crowd(8, 7, 900);

        Assert.Equal(Colours(spec), Colours(spec with { Series = spec.Series.Reverse().ToValueList() }));
    }

    [Fact]
    public void A_colour_asked_for_is_kept_whatever_else_is_shown()
    {
        var kept = Specs.Series("230404", 1, 2) with { ColourIndex = 2 };

        var alone = Colours(Specs.Lines(kept));
        var among = Colours(Specs.Lines(Specs.Series("230402", 1, 2), Specs.Series("230403", 1, 2), kept));

        Assert.Equal(alone["230404"], among["230404"]);
        Assert.Equal(3, among.Values.Distinct().Count());
    }

    [Fact]
    public void Among_many_series_only_the_highlighted_are_coloured()
    {
        var crowd = Specs.Crowd(12, 7, 900);
        var spec = crowd with
        {
            Series = crowd.Series.Select(series => series with { Highlighted = series.Id == "07" }).ToValueList(),
        };

        var colours = Colours(spec);

        Assert.Equal(2, colours.Values.Distinct().Count());
        Assert.Single(colours, colour => colour.Value == colours["07"]);
    }

    [Theory]
    [InlineData(PlotTheme.Light)]
    [InlineData(PlotTheme.Dark)]
    [InlineData(PlotTheme.Print)]
    public void Everything_written_can_be_read_on_its_background(PlotTheme theme)
    {
        var colours = ThemeColours.Of(theme);
        string[] written =
        [
            colours.Text, colours.Muted, colours.Target, colours.Met, colours.Missed, colours.Neutral,
            .. Enumerable.Range(0, SeriesPalette.Count).Select(index => SeriesPalette.Colour(theme, index)),
        ];

        Assert.All(written, colour => Assert.True(Contrast(colour, colours.Surface) >= 4.5, colour));
    }

    [Theory]
    [MemberData(nameof(ThemesAndVisions))]
    public void Any_two_series_are_told_apart_with_any_colour_vision(PlotTheme theme, string vision)
    {
        var palette = Enumerable.Range(0, SeriesPalette.Count).Select(index => SeriesPalette.Colour(theme, index)).ToList();

        Assert.All(Pairs(palette), pair => AreApart(pair, vision, 15));
    }

    [Theory]
    [MemberData(nameof(ThemesAndVisions))]
    public void Met_and_missed_are_told_apart_with_any_colour_vision(PlotTheme theme, string vision)
    {
        var colours = ThemeColours.Of(theme);

        AreApart((colours.Met, colours.Missed), vision, 15);
    }

    public static TheoryData<PlotTheme, string> ThemesAndVisions() =>
        [.. Enum.GetValues<PlotTheme>().SelectMany(theme => ColourVision.All.Keys.Select(vision => (theme, vision)))];

    private static IEnumerable<(string, string)> Pairs(IReadOnlyList<string> colours) =>
        colours.SelectMany((one, index) => colours.Skip(index + 1).Select(other => (one, other)));

    private static void AreApart((string One, string Other) pair, string vision, double least)
    {
        var distance = ColourVision.Distance(pair.One, pair.Other, ColourVision.All[vision]);
        Assert.True(distance >= least, $"{pair.One} and {pair.Other} are {distance:0.0} apart, with {vision}.");
    }

    private static Dictionary<string, string> Colours(LineSpec spec) => PlotRenderer.Render(spec).Marks
        .GroupBy(mark => mark.SeriesId).ToDictionary(marks => marks.Key, marks => marks.First().Colour);

    /// <summary>The contrast ratio as WCAG 2 defines it.</summary>
    internal static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(SKColor.Parse(one)), Luminance(SKColor.Parse(other)));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(SKColor colour) =>
        (0.2126 * ColourVision.Linear(colour.Red)) + (0.7152 * ColourVision.Linear(colour.Green)) + (0.0722 * ColourVision.Linear(colour.Blue));
}
