using EduAnalytics.Dashboard.Figures;

namespace EduAnalytics.Dashboard.PlotViews;

/// <summary>What a reader learns at a mark of a plot.</summary>
/// <param name="Heading">Unit and period.</param>
/// <param name="Address">The page a click opens.</param>
public sealed record MarkDetail(string Heading, ReadingText Text, string Address);
