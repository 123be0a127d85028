using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Schools;

/// <summary>By when monthly reports are due.</summary>
public static class ReportCalendar
{
    /// <summary>So many days of the next month a school has for its report.</summary>
    public const int DaysToReport = 5;

    /// <summary>The newest month whose report is due on a day.</summary>
    public static Period NewestDue(DateOnly today) =>
        Period.OfOrdinal(PeriodType.Month, Period.Of(PeriodType.Month, today.AddDays(-DaysToReport)).Ordinal - 1);

    /// <summary>The months after one up to another, in their order; none where that is no later.</summary>
    public static IEnumerable<Period> MonthsAfter(Period month, Period last)
    {
        for (var next = month.Next; next.Ordinal <= last.Ordinal; next = next.Next)
            yield return next;
    }
}
