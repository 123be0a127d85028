using System.Collections.Immutable;

namespace EduAnalytics.Domain.Findings.Acknowledgements;

/// <summary>
/// Somebody's word that a finding is known and why it may stand. It speaks of the numbers that stood side by side when it was
/// given, and of no others.
/// </summary>
/// <param name="Values">The finding's numbers then.</param>
/// <param name="Severity">How grave it was then.</param>
/// <param name="Note">Why it may stand, or what is being done.</param>
/// <param name="By">Who says so: the name under which the caller signed in.</param>
public sealed record Acknowledgement(
    FindingId Finding, ImmutableArray<decimal> Values, Severity Severity, string Note, string By, DateTimeOffset At)
{
    /// <summary>
    /// True while the finding says what was acknowledged. With another number, or another severity, it is open again: what was
    /// said of 3.4 per cent says nothing of 2.1. Where the numbers come back to what they were, so does the word on them.
    /// </summary>
    public bool Covers(Finding finding) =>
        finding.Id == Finding && finding.Severity == Severity && finding.Values.AsSpan().SequenceEqual(Values.AsSpan());
}
