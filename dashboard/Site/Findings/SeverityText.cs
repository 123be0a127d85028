using EduAnalytics.Dashboard.Texts;

namespace EduAnalytics.Dashboard.Findings;

/// <summary>How grave a finding is, in words.</summary>
public static class SeverityText
{
    public static string Of(Severity severity, FindingTexts texts) => severity switch
    {
        Severity.Critical => texts.Critical,
        Severity.Warning => texts.Warning,
        _ => texts.Info,
    };

    /// <summary>The class that gives a severity its colour.</summary>
    public static string ClassOf(Severity severity) => severity.ToString().ToLowerInvariant();
}
