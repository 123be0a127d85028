using System.Globalization;

namespace EduAnalytics.Dashboard.Figures;

/// <summary>The calendar years that have ended: what a page opens with, since a year that runs is not known yet.</summary>
public static class FullYear
{
    /// <summary>The newest year that has ended in China, as a period's code.</summary>
    public static string NewestAt(TimeProvider time) =>
        (time.GetUtcNow().ToOffset(NumberWriter.ChinaTime).Year - 1).ToString(CultureInfo.InvariantCulture);
}
