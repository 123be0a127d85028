using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Dashboard.Report.Splits;

namespace EduAnalytics.Dashboard.Report;

/// <summary>What the report has read, whose parts are kept while the view asks for nothing else.</summary>
/// <param name="Question">Null where there is nothing to show.</param>
/// <param name="Answer">The answer to it.</param>
/// <param name="DetailQuestion">Null where there is no such unit.</param>
/// <param name="Detail">The answer to it.</param>
public sealed record ReportData(
    CatalogueAnswer Catalogue, ReportQuestion? Question = null, ReportAnswer? Answer = null, DetailQuestion? DetailQuestion = null,
    DetailAnswer? Detail = null)
{
    /// <summary>What was there before the detail was left for a second step: parts of its detail may still hold.</summary>
    public ReportData? Former { get; init; }

    /// <summary>What was asked for where the tree parts a count by more than units; null for nothing.</summary>
    public SplitQuestion? SplitQuestion { get; init; }

    /// <summary>The answer to it; null where it could not be read.</summary>
    public SplitAnswer? Split { get; init; }
}
