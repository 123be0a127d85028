using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Plots;

namespace EduAnalytics.Dashboard.Addresses;

/// <summary>
/// What the report shows, as its address says it. A null is a choice left to the page: the whole that the reader may see, all
/// groups, the indicator the dashboard opens with, every unit and every year.
/// </summary>
public sealed record ReportView
{
    /// <summary>The unit whose parts are shown; null for the topmost one in the reader's reach.</summary>
    public string? At { get; init; }

    /// <summary>The group from which indicators are taken; null for all groups.</summary>
    public string? Group { get; init; }

    public string? Indicator { get; init; }

    /// <summary>Those of the parts that are shown; empty for all.</summary>
    public ValueList<string> Units { get; init; } = [];

    /// <summary>First calendar year, inclusive.</summary>
    public int? From { get; init; }

    /// <summary>Last calendar year, inclusive.</summary>
    public int? To { get; init; }

    public SchoolStage? Stage { get; init; }

    /// <summary>What was picked in one visual, which the others follow; null for nothing.</summary>
    public ReportPick? Pick { get; init; }

    /// <summary>By what the tree parts the count, level by level; empty for the units below, as far as they go.</summary>
    public ValueList<TreeSplit> Split { get; init; } = [];

    /// <summary>The grade or sex in the tree that is parted further; null for the one with the largest count.</summary>
    public string? Branch { get; init; }

    /// <summary>The value whose origin is laid open above the visuals.</summary>
    public ExplainedValue? Explain { get; init; }

    /// <summary>As of when that one value is shown, and nothing else; null for as it stands.</summary>
    public PastMoment? AsOf { get; init; }

    /// <summary>Down or up to a unit. Its parts are others, so what was chosen among the former ones goes.</summary>
    public ReportView Into(string unit) => this with { At = unit, Units = [], Pick = null, Explain = null, Split = [], Branch = null };

    /// <summary>
    /// As a click on a mark changes it. What the mark does not name stays picked, so that a year picked first holds for the
    /// unit picked next; and the same mark again clears the pick.
    /// </summary>
    public ReportView Picking(ReportPick clicked)
    {
        var picked = new ReportPick(clicked.Unit ?? Pick?.Unit, clicked.Period ?? Pick?.Period, clicked.Indicator ?? Pick?.Indicator);
        return this with { Pick = picked == Pick ? null : picked, Explain = null };
    }
}

/// <summary>A unit, a period, an indicator, or several of them.</summary>
public sealed record ReportPick(string? Unit, string? Period = null, string? Indicator = null);
