using EduAnalytics.Dashboard.Texts;

namespace EduAnalytics.Dashboard.Figures;

/// <summary>How a value stands to its target, in words.</summary>
public static class StatusText
{
    public static string Of(TargetStatus status, FigureTexts texts) => status switch
    {
        TargetStatus.Met => texts.Met,
        TargetStatus.Missed => texts.Missed,
        TargetStatus.NoTarget => texts.NoTarget,
        _ => texts.NoData,
    };
}
