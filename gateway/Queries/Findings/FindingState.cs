using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Findings.Acknowledgements;

namespace EduAnalytics.Gateway.Queries.Findings;

/// <summary>Whether somebody has taken a finding, with the numbers that it has, for known.</summary>
public enum FindingState
{
    Open,
    Acknowledged,
}

internal static class FindingStates
{
    public static FindingState StateOf(Finding finding) => finding.Acknowledgement is null ? FindingState.Open : FindingState.Acknowledged;

    /// <summary>The findings with what was said of them, in their order.</summary>
    public static IEnumerable<Finding> With(this IEnumerable<Finding> findings, IEnumerable<Acknowledgement> said)
    {
        var words = said.ToDictionary(word => word.Finding);
        return words.Count == 0
            ? findings
            : findings.Select(finding => words.TryGetValue(finding.Id, out var word) && word.Covers(finding)
                ? finding with { Acknowledgement = word }
                : finding);
    }
}
