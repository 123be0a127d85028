using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.Units;

namespace EduAnalytics.Dashboard.Findings;

/// <summary>The answer to <c>Findings/FindingPlaces.graphql</c>.</summary>
public sealed record FindingPlacesAnswer(IReadOnlyList<UnitId> Reach);

/// <summary>The answer to <c>Findings/FindingYears.graphql</c>.</summary>
public sealed record FindingYearsAnswer(ParentedUnit OrgUnit, YearsOfFindings AllFindings);

public sealed record ParentedUnit(string Id, string Name, string? NameEn, OrgUnitLevel Level, bool Synthetic, ParentUnit? Parent)
{
    public OrgUnit OrgUnit => new(Id, Name, NameEn, Level, Synthetic);
}

public sealed record YearsOfFindings(YearCounts Counts);

public sealed record YearCounts(IReadOnlyList<PeriodCount> Periods);

/// <summary>The answer to <c>Findings/Findings.graphql</c>.</summary>
public sealed record FindingsAnswer(FindingList AllFindings);

/// <param name="Skipped">How many come before the page.</param>
/// <param name="Counts">How many each choice would list, the other choices as they are.</param>
public sealed record FindingList(int TotalCount, int Skipped, IReadOnlyList<Finding> Nodes, PageOfFindings PageInfo, FindingCounts Counts);

public sealed record PageOfFindings(bool HasNextPage, string? EndCursor);

/// <param name="OrgUnits">The unit itself, then each of its children with all below it.</param>
public sealed record FindingCounts(
    IReadOnlyList<PeriodCount> Periods,
    IReadOnlyList<SeverityCount> Severities,
    IReadOnlyList<RuleCount> Rules,
    IReadOnlyList<StateCount> States,
    IReadOnlyList<OrgUnitCount> OrgUnits);

public sealed record PeriodCount(string Period, int Count);

public sealed record SeverityCount(Severity Severity, int Count);

public sealed record StateCount(FindingState State, int Count);

public sealed record RuleCount(RuleName Definition, int Count);

public sealed record RuleName(string Code, string Name, string NameEn);

/// <param name="Newest">The newest year about which anything was found there, whatever is chosen.</param>
public sealed record OrgUnitCount(OrgUnit OrgUnit, int Count, string? Newest);

/// <summary>What the page of findings has read.</summary>
/// <param name="Unit">Null where there is no such unit.</param>
/// <param name="Years">The periods about which anything was found at or below it.</param>
/// <param name="Period">The period listed; null for all.</param>
/// <param name="List">Null where there is no unit.</param>
/// <param name="IsTopmost">True where no unit was asked for: then it is the topmost in the reader's reach.</param>
public sealed record FindingsData(
    ParentedUnit? Unit, IReadOnlyList<PeriodCount> Years, string? Period, FindingList? List, bool IsTopmost = false);
