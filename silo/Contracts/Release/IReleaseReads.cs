using System.Collections.Immutable;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Release;
using Orleans.Concurrency;

namespace EduAnalytics.Contracts.Release;

/// <summary>
/// What a district or a city withholds of its own counts and its children's from all but their staff. Only who holds the rows
/// of a unit's like can tell: a small count is not hidden while it is the total less the others.
/// </summary>
public interface IReleaseReads : IGrainWithStringKey
{
    /// <summary>Why values of this unit and of children of it are withheld, in the order of the queries; null where one is shown.</summary>
    [AlwaysInterleave]
    Task<ImmutableArray<Suppression?>> WhyValuesWithheld([Immutable] ImmutableArray<ValueQuery> queries);

    /// <summary>The same for findings, whoever found them.</summary>
    [AlwaysInterleave]
    Task<ImmutableArray<Suppression?>> WhyFindingsWithheld([Immutable] ImmutableArray<FindingId> findings);

    /// <summary>How far this unit closes a child, which withholds of its own children's counts what follows from that.</summary>
    [AlwaysInterleave]
    Task<ImmutableArray<Closed>> ClosedOf(OrgUnitId child, [Immutable] ImmutableArray<YearOfCounts> years);

    /// <summary>
    /// How far this unit holds back its own totals, since the step from the one shown before would be one school's count. The
    /// unit above does so too then, or its total less the others' would tell.
    /// </summary>
    [AlwaysInterleave]
    Task<ImmutableArray<Closure>> HeldIn([Immutable] ImmutableArray<YearOfCounts> years);
}
