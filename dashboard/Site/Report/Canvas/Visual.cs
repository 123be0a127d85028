using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.PlotViews;
using EduAnalytics.Dashboard.Visuals;
using EduAnalytics.Plots;

namespace EduAnalytics.Dashboard.Report.Canvas;

/// <summary>One visual of a report: how it is drawn, what its marks say and lead to, and where its numbers are had elsewhere.</summary>
/// <param name="Name">As its picture's address names it.</param>
/// <param name="Title">Names it where there is nothing to draw.</param>
/// <param name="Size">On a wide screen.</param>
/// <param name="Draw">The specification for a size, or why there is none.</param>
/// <param name="Mark">What a mark of it says; asked only for marks of what <paramref name="Draw"/> gave.</param>
/// <param name="Query">The question that brings its numbers.</param>
public sealed record Visual(
    string Name, string Title, VisualSize Size, Func<PlotSize, PlotAnswer> Draw, Func<PlotMark, MarkDetail> Mark, NumberQuery Query)
{
    /// <summary>The unit whose parts it shows.</summary>
    public string Root { get; init; } = string.Empty;

    /// <summary>What it shows is still being read: the former picture of the same unit stands meanwhile.</summary>
    public bool IsPending { get; init; }

    /// <summary>Of so many rows that it stands beside two others.</summary>
    public bool IsTall { get; init; }

    /// <summary>Units that did not answer in time, and are in none of its numbers.</summary>
    public IReadOnlyList<OrgUnit> Silent { get; init; } = [];

    /// <summary>Its numbers as files.</summary>
    public IReadOnlyList<NumberFile> Files { get; init; } = [];

    /// <summary>What a reader may choose in it; empty for nothing.</summary>
    public IReadOnlyList<VisualChoice> Choices { get; init; } = [];

    /// <param name="view">The report that it is part of.</param>
    public TakeAway TakeAway(ReportView view, Urls urls) => new(Name, format => urls.ReportImage(view, Name, format), Files, Query);
}

/// <summary>A choice within a visual.</summary>
/// <param name="Name">What a reader who hears it is told; <paramref name="Text"/> is what stands there.</param>
/// <param name="IsChosen">Then the address is the one without it.</param>
public sealed record VisualChoice(string Text, string Name, string Address, bool IsChosen);

/// <summary>How much of the canvas's width a visual takes, on screens that are wide enough.</summary>
public enum VisualSize
{
    Third,
    Half,
    TwoThirds,
    Whole,
}

public static class VisualSizes
{
    private static readonly PlotSize Third = new(412, 440, PlotTheme.Light);
    private static readonly PlotSize Half = new(640, 420, PlotTheme.Light);
    private static readonly PlotSize TwoThirds = new(870, 440, PlotTheme.Light);
    private static readonly PlotSize Whole = new(1330, 520, PlotTheme.Light);

    public static PlotSize Of(VisualSize size) => size switch
    {
        VisualSize.Third => Third,
        VisualSize.Half => Half,
        VisualSize.TwoThirds => TwoThirds,
        _ => Whole,
    };
}
