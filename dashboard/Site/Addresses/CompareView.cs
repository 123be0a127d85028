using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Plots;

namespace EduAnalytics.Dashboard.Addresses;

/// <summary>
/// What the compare page shows, as its address says it. A null is a choice left to the page: the indicator it opens with,
/// every district, every year with data, all stages together.
/// </summary>
public sealed record CompareView
{
    public string? Indicator { get; init; }

    /// <summary>Org unit ids in the order given; empty for all districts.</summary>
    public ValueList<string> Units { get; init; } = [];

    /// <summary>The unit whose children are compared where <see cref="Units"/> names none; null for the city's districts.</summary>
    public string? Parent { get; init; }

    /// <summary>First calendar year, inclusive.</summary>
    public int? From { get; init; }

    /// <summary>Last calendar year, inclusive.</summary>
    public int? To { get; init; }

    public SchoolStage? Stage { get; init; }

    /// <summary>Which lengths of period stand side by side where an indicator has several.</summary>
    public PeriodSpan Span { get; init; }

    /// <summary>As of when the figures are shown; null for now.</summary>
    public PastMoment? AsOf { get; init; }

    /// <summary>The value whose origin is laid open beside the plot.</summary>
    public ExplainedValue? Explain { get; init; }
}

/// <summary>Lengths of period. Whole years are the usual choice: a half-year beside them looks like a fall.</summary>
public enum PeriodSpan
{
    Whole,
    Part,
    All,
}

/// <summary>One value among those on a page.</summary>
public sealed record ExplainedValue(string Unit, string Period);
