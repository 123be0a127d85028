namespace EduAnalytics.Domain.Findings;

/// <summary>How much a finding asks of its reader.</summary>
public enum Severity
{
    /// <summary>To be known when the figure is used.</summary>
    Info,

    /// <summary>To be looked into: something is wrong or missed.</summary>
    Warning,

    /// <summary>Far beyond what can be let stand.</summary>
    Critical,
}
