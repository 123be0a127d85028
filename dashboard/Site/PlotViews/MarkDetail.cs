using EduAnalytics.Dashboard.Figures;

namespace EduAnalytics.Dashboard.PlotViews;

/// <summary>What a reader learns at a mark of a plot.</summary>
/// <param name="Heading">Unit and period.</param>
/// <param name="Address">The page a click opens.</param>
public sealed record MarkDetail(string Heading, ReadingText Text, string Address)
{
    /// <summary>What the mark stands for where that is not the reading's value, such as a part of a change; null where it is.</summary>
    public string? Instead { get; init; }

    /// <summary>The page that lays the value open; null where a click on the mark leads there, or nothing more is known.</summary>
    public string? Origin { get; init; }

    /// <summary>The reader has picked what the mark stands for.</summary>
    public bool IsPicked { get; init; }

    public string Value => Instead ?? Text.Value;
}
