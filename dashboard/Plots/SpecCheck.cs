using EduAnalytics.Plots.Colours;

namespace EduAnalytics.Plots;

/// <summary>Refuses specifications that contradict themselves, before anything is drawn from them.</summary>
internal static class SpecCheck
{
    private const int SmallestPicture = 24;
    private const int LargestPicture = 4000;

    public static void Require(PlotSpec spec)
    {
        Size(spec.Width, nameof(spec.Width));
        Demand(spec.Decimals is >= 0 and <= 10, $"Decimals is {spec.Decimals}; 0 to 10 are possible.");
        switch (spec)
        {
            case LineSpec line:
                Lines(line);
                break;
            case RankingSpec ranking:
                Unique(ranking.Rows.Select(row => row.Id));
                break;
            case SparklineSpec sparkline:
                Size(sparkline.Height, nameof(sparkline.Height));
                OneAPeriod(sparkline.Points.Count, sparkline.Periods.Count, "The sparkline");
                break;
        }
    }

    private static void Lines(LineSpec spec)
    {
        Size(spec.Height, nameof(spec.Height));
        Unique(spec.Series.Select(series => series.Id));
        foreach (var series in spec.Series)
        {
            OneAPeriod(series.Points.Count, spec.Periods.Count, $"Series '{series.Id}'");
            Demand(
                series.ColourIndex is null or (>= 0 and < SeriesPalette.Count),
                $"Series '{series.Id}' asks for colour {series.ColourIndex}; 0 to {SeriesPalette.Count - 1} exist.");
        }

        if (spec.Band is { } band)
            OneAPeriod(band.Edges.Count, spec.Periods.Count, "The band");
    }

    private static void Size(int pixels, string name) => Demand(
        pixels is >= SmallestPicture and <= LargestPicture,
        $"{name} is {pixels} px; {SmallestPicture} to {LargestPicture} are possible.");

    private static void OneAPeriod(int points, int periods, string what) =>
        Demand(points == periods, $"{what} has {points} points for {periods} periods; it needs one a period.");

    private static void Unique(IEnumerable<string> ids)
    {
        var twice = ids.GroupBy(id => id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
        Demand(twice is null, $"The id '{twice}' occurs twice.");
    }

    private static void Demand(bool holds, string otherwise)
    {
        if (!holds)
            throw new ArgumentException(otherwise);
    }
}
