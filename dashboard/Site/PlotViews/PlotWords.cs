using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.Shell;
using EduAnalytics.Dashboard.Texts;
using EduAnalytics.Plots;
using Basis = EduAnalytics.Dashboard.Figures.Basis;

namespace EduAnalytics.Dashboard.PlotViews;

/// <summary>The reader's words and the gateway's readings as a plot's specification takes them.</summary>
public static class PlotWords
{
    public static LineTexts Lines(ScreenTexts texts) => new()
    {
        SyntheticSuffix = texts.Plot.SyntheticSuffix,
        SyntheticKey = texts.Plot.SyntheticKey,
        ComputedKey = texts.Plot.ComputedKey,
        ReportedKey = texts.Plot.ReportedKey,
        UnnamedNote = texts.Plot.UnnamedNote,
        NoData = texts.Plot.NoData,
        OrgUnit = texts.Compare.OrgUnit,
        Lowest = texts.Plot.Lowest,
        Highest = texts.Plot.Highest,
    };

    public static RankingTexts Ranking(ScreenTexts texts) => new()
    {
        Met = texts.Figure.Met,
        Missed = texts.Figure.Missed,
        NoData = texts.Plot.NoData,
        Change = texts.Plot.Change,
        Before = texts.Plot.Before,
        OrgUnit = texts.Compare.OrgUnit,
        Status = texts.Figure.Status,
        SyntheticSuffix = texts.Plot.SyntheticSuffix,
        SyntheticKey = texts.Plot.SyntheticKey,
    };

    /// <summary>Why the newest of these readings is withheld; null where it is not.</summary>
    public static string? WithheldOf(IEnumerable<Reading> readings, Visitor visitor) =>
        readings.LastOrDefault(reading => reading.Suppression is not null) is { } reading ? ReadingText.Absence(reading, visitor.Texts.Figure) : null;

    /// <summary>A half-year's value never joins a line of whole years.</summary>
    public static LinePoint PointOf(Reading reading) => new(
        reading.Value,
        reading.Basis == Basis.Reported ? PointBasis.Reported : PointBasis.Computed,
        PeriodText.IsWholeYear(reading.Period));
}
