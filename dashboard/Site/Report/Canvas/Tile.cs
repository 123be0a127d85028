using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Dashboard.Figures;

namespace EduAnalytics.Dashboard.Report.Canvas;

/// <summary>One indicator of the unit in focus: where it stands and how it came there.</summary>
/// <param name="Latest">Of the period that the report shows, else the newest that has a value.</param>
/// <param name="Readings">From the oldest to the newest, in the years chosen.</param>
public sealed record Tile(Indicator Indicator, Reading Latest, IReadOnlyList<Reading> Readings)
{
    private const int Most = 8;

    /// <summary>Those of the group with a value, first what is missed, then what has a target; so many as are read at a glance.</summary>
    public static IReadOnlyList<Tile> Of(ReportModel model)
    {
        var view = new CompareView { From = model.View.From, To = model.View.To };
        var tiles = from series in model.Answer.Focus?.Series ?? []
                    let indicator = model.Question.Indicators.FirstOrDefault(one => one.Code == series.Indicator.Code)
                    let readings = Shown(series.Points, view)
                    let latest = Newest(readings, model.Period)
                    where indicator is not null && latest is not null
                    orderby Rank(latest)
                    select new Tile(indicator, latest, readings);
        return [.. tiles.Take(Most)];
    }

    private static int Rank(Reading latest) => latest.Status switch { TargetStatus.Missed => 0, TargetStatus.Met => 1, _ => 2 };

    private static Reading? Newest(List<Reading> readings, string? period) =>
        readings.Find(reading => reading.Period == period && reading.Value is not null)
        ?? readings.FindLast(reading => reading.Value is not null || reading.Suppression is not null);

    private static List<Reading> Shown(IReadOnlyList<Reading> points, CompareView view)
    {
        var periods = ShownPeriods.Of([.. points.Select(point => point.Period)], view);
        return [.. periods.Select(period => points.FirstOrDefault(point => point.Period == period) ?? Reading.None(period))];
    }
}
