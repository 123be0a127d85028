using System.Collections.Immutable;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Findings.Acknowledgements;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using Orleans.Concurrency;

namespace EduAnalytics.Contracts.Findings;

/// <summary>
/// What a grain has found. A unit's own grain finds what its figures show by themselves; its parent, which holds all of its
/// like, finds where it stands far from them. All about a unit is what the two say together.
/// </summary>
public interface IFindingReads : IGrainWithStringKey
{
    /// <summary>What this grain has found about a unit, this one or a child of it; the gravest first, then the newest period.</summary>
    /// <param name="period">Null for all periods.</param>
    [AlwaysInterleave]
    Task<ImmutableArray<Finding>> Findings(OrgUnitId unit, Period? period);

    /// <summary>
    /// Everything found at this unit and below it, in no order. A district tells its schools' findings too, so that a list
    /// of a district is one call; a city tells its own and how its districts stand to each other, and each district is
    /// asked for the rest.
    /// </summary>
    /// <param name="period">Null for all periods.</param>
    [AlwaysInterleave]
    Task<ImmutableArray<Finding>> AllFindings(Period? period);

    /// <summary>
    /// What is found from now on about the units named, this one and children of it: each finding once, again only after it
    /// had gone. Conflated: a slow reader is spared what went again before it looked. The first element is empty: from
    /// then on nothing is missed.
    /// </summary>
    /// <param name="watch">The reader's own name for it, by which <see cref="RefocusFindings"/> finds it.</param>
    IAsyncEnumerable<ImmutableArray<Finding>> WatchFindings(
        Guid watch, ImmutableArray<OrgUnitId> units, CancellationToken cancellationToken = default);

    /// <summary>
    /// Tells those who watch the unit a finding once more, for a word on it was given or taken back. One that this grain has not
    /// found is the other's to tell.
    /// </summary>
    /// <param name="word">What is said of it now; null where that was taken back.</param>
    [AlwaysInterleave]
    Task TellWord(FindingId finding, Acknowledgement? word);

    /// <summary>Turns a watch that is under way to other units; what stands against them already is not told.</summary>
    /// <returns>False where no such watch is under way: it is to be begun anew.</returns>
    [AlwaysInterleave]
    Task<bool> RefocusFindings(Guid watch, [Immutable] ImmutableArray<OrgUnitId> units);
}
