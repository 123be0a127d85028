using EduAnalytics.Domain.Findings;

namespace EduAnalytics.Gateway.Release.Findings;

/// <summary>One of a finding's numbers, with the finding that sets it beside the others.</summary>
public sealed record NumberOfFinding(Finding Finding, FindingNumber Number);
