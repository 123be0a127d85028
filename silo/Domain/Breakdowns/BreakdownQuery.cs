using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Breakdowns;

/// <summary>An indicator of one unit and period, asked for by grade and sex.</summary>
public readonly record struct BreakdownQuery(OrgUnitId OrgUnit, string Indicator, Period Period);
