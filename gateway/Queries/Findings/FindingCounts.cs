using System.Collections.Immutable;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Gateway.Release;

namespace EduAnalytics.Gateway.Queries.Findings;

/// <summary>
/// How many findings each choice would list, the other choices as they are: what a reader needs to choose without looking
/// first.
/// </summary>
public sealed record FindingCounts(
    ImmutableArray<PeriodCount> Periods,
    ImmutableArray<SeverityCount> Severities,
    ImmutableArray<RuleCount> Rules,
    ImmutableArray<StateCount> States,
    ImmutableArray<OrgUnitCount> OrgUnits)
{
    /// <param name="place">The unit asked at and its children, each with the findings at or below it.</param>
    public static FindingCounts Of(
        ImmutableArray<Released<Finding>> released, FindingFilter filter, IEnumerable<(OrgUnit Unit, ImmutableArray<Released<Finding>> Findings)> place)
    {
        var all = released.Select(finding => finding.Shown).ToList();
        return new FindingCounts(
        [
            .. all.Where((filter with { Period = null }).Includes).CountBy(finding => finding.Period)
                .OrderBy(count => count.Key.Start).ThenBy(count => count.Key.End).Select(count => new PeriodCount(count.Key, count.Value)),
        ],
        [
            .. all.Where((filter with { Severity = null }).Includes).CountBy(finding => finding.Severity)
                .OrderByDescending(count => count.Key).Select(count => new SeverityCount(count.Key, count.Value)),
        ],
        [
            .. all.Where((filter with { Rule = null }).Includes).CountBy(finding => finding.Id.Rule)
                .OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal)
                .Select(count => new RuleCount(count.Key, count.Value)),
        ],
        [
            .. all.Where((filter with { State = null }).Includes).CountBy(FindingStates.StateOf)
                .OrderBy(count => count.Key).Select(count => new StateCount(count.Key, count.Value)),
        ],
        [.. place.Select(one => OrgUnitCount.Of(one.Unit, [.. one.Findings.Select(finding => finding.Shown)], filter))]);
    }
}

public sealed record PeriodCount(Period Period, int Count);

public sealed record SeverityCount(Severity Severity, int Count);

public sealed record StateCount(FindingState State, int Count);

/// <param name="Rule">The rule's code.</param>
public sealed record RuleCount(string Rule, int Count);

/// <param name="Newest">The newest calendar year about which anything was found there, whatever the filter; null for none.</param>
public sealed record OrgUnitCount(OrgUnit Unit, int Count, Period? Newest)
{
    internal static OrgUnitCount Of(OrgUnit unit, ImmutableArray<Finding> findings, FindingFilter filter)
    {
        var years = findings.Select(finding => finding.Period).Where(period => period.Type == PeriodType.Year).ToList();
        return new OrgUnitCount(unit, findings.Count(filter.Includes), years.Count == 0 ? null : years.MaxBy(period => period.Start));
    }
}
