using System.Collections.Immutable;
using EduAnalytics.Contracts.Release;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Release;
using Orleans.Concurrency;

namespace EduAnalytics.Contracts.Replicas;

/// <summary>
/// What readers elsewhere need to hold a district's or a city's answers and never to give one that is out of date: they ask for
/// the version each time, and for answers only where it is another.
/// </summary>
public interface IReplicaSource : IGrainWithStringKey
{
    /// <summary>What an answer given now would rest on.</summary>
    [AlwaysInterleave]
    Task<AnswerVersion> Version();

    /// <summary>The same as <see cref="IValueReads"/> answers, with what it rests on.</summary>
    /// <exception cref="ArgumentException">The question names another unit, or an indicator that the catalogue does not hold.</exception>
    [AlwaysInterleave]
    Task<VersionedAnswers> Answer([Immutable] ReplicaQuestion question, Audience audience);

    /// <summary>How far this unit closes a child, as <see cref="IReleaseReads.ClosedOf"/> says it, with what that rests on.</summary>
    [AlwaysInterleave]
    Task<VersionedClosures> ClosuresOf(OrgUnitId child, [Immutable] ImmutableArray<YearOfCounts> years);
}
