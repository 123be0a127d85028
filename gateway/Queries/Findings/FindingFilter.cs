using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Gateway.Queries.Findings;

/// <summary>Which findings are wanted; what is null does not matter.</summary>
/// <param name="Rule">A rule's code.</param>
public sealed record FindingFilter(Period? Period, string? Rule, Severity? Severity, FindingState? State = null)
{
    public bool Includes(Finding finding) =>
        (Period is not { } period || finding.Period == period)
        && (Rule is null || finding.Id.Rule == Rule)
        && (Severity is not { } severity || finding.Severity == severity)
        && (State is not { } state || FindingStates.StateOf(finding) == state);
}
