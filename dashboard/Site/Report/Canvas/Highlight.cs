using EduAnalytics.Plots;

namespace EduAnalytics.Dashboard.Report.Canvas;

/// <summary>Brings a picked unit to the front of a plot; the others stay, for comparison.</summary>
internal static class Highlight
{
    /// <param name="unit">Its id; null for none, and of a unit that the plot does not show nothing changes.</param>
    public static PlotSpec Apply(PlotSpec spec, string? unit) => unit is null ? spec : spec switch
    {
        LineSpec lines when lines.Series.Any(one => one.Id == unit) =>
            lines with { Series = lines.Series.Select(one => one with { Highlighted = one.Id == unit }).ToValueList() },
        MultiplesSpec multiples when multiples.Panels.Any(one => one.Id == unit) =>
            multiples with { Panels = multiples.Panels.Select(one => one with { Highlighted = one.Id == unit }).ToValueList() },
        RankingSpec ranking when ranking.Rows.Any(one => one.Id == unit) =>
            ranking with { Rows = ranking.Rows.Select(one => one with { Highlighted = one.Id == unit }).ToValueList() },
        SlopeSpec slope when slope.Lines.Any(one => one.Id == unit) =>
            slope with { Lines = slope.Lines.Select(one => one with { Highlighted = one.Id == unit }).ToValueList() },
        FunnelSpec funnel when funnel.Points.Any(one => one.Id == unit) =>
            funnel with { Points = funnel.Points.Select(one => one with { Highlighted = one.Id == unit }).ToValueList() },
        StatusMapSpec map when map.Rows.Any(one => one.Id == unit) =>
            map with { Rows = map.Rows.Select(one => one with { Highlighted = one.Id == unit }).ToValueList() },
        _ => spec,
    };
}
