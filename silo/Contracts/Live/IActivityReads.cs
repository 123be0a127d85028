using System.Collections.Immutable;
using EduAnalytics.Domain.Live;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Release;
using Orleans.Concurrency;

namespace EduAnalytics.Contracts.Live;

/// <summary>What happened lately at a district or a city and at its children. Held in memory and bounded: a pulse, and no account.</summary>
public interface IActivityReads : IGrainWithStringKey
{
    /// <summary>
    /// The place of these answers on the board of changes: written with each, since what lies within the last hour changes
    /// though nothing arrives.
    /// </summary>
    const string ChangePlace = "NOW";

    /// <summary>
    /// What was accepted lately from this unit and those children whose arrivals it counts, or from one of them: a district's
    /// schools, and of a city nobody below it, since a district counts its own.
    /// </summary>
    [AlwaysInterleave]
    Task<UnitActivity> Activity(OrgUnitId unit);

    /// <summary>
    /// Which values of this unit and its children moved within the last hour, the newest first.
    /// </summary>
    /// <param name="audience">For others than the units' own staff, each is marked as withheld where either of its two values is.</param>
    [AlwaysInterleave]
    Task<ImmutableArray<RecentChange>> RecentChanges(Audience audience);
}
