using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Measures;

/// <summary>Which schools the measures of balance are taken over.</summary>
internal static class BalanceScope
{
    /// <summary>Whether a school is held against others in a period, by what it is and how many students it had.</summary>
    public static bool CountsForBalance(this IMeasures school, Period period) =>
        school.Unit.Form is null
        || school.Unit.CountsForBalance(Term.Choose(new MeasureKey(MeasureCodes.Enrolled, period, null), school)?.Value);
}
