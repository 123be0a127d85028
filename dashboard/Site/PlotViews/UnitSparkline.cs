using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.Shell;
using EduAnalytics.Plots;

namespace EduAnalytics.Dashboard.PlotViews;

/// <summary>The course of one unit's indicator as a small line without words.</summary>
public static class UnitSparkline
{
    /// <param name="id">Unique on the page: two tiles may show the very same course.</param>
    public static SparklineSpec Spec(
        string title, Indicator indicator, string id, IReadOnlyList<Reading> readings, bool synthetic, Visitor visitor)
    {
        var joined = readings.Where(reading => PeriodText.IsWholeYear(reading.Period)).ToList();
        return new SparklineSpec
        {
            Title = title,
            Id = id,
            IdPrefix = $"spark-{id}",
            Periods = joined.Select(reading => reading.Period).ToValueList(),
            Points = joined.Select(PlotWords.PointOf).ToValueList(),
            Target = joined.LastOrDefault(reading => reading.Target is not null)?.Target,
            Synthetic = synthetic,
            Decimals = indicator.Decimals,
            Culture = visitor.Language.Culture.Name,
            Width = 160,
            Height = 36,
            Transparent = true,
        };
    }
}
