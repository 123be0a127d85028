using System.Collections.Immutable;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Release;

namespace EduAnalytics.Contracts.Replicas;

/// <summary>Answers in the order of the question, all of one moment, and what they rest on.</summary>
/// <param name="RestOn">
/// The grain's own version first; for who is no staff of a district then its city's, which decides with it what is withheld.
/// Empty where the answers serve this one time: somebody could not say what is withheld, or had no time to.
/// </param>
[GenerateSerializer, Immutable]
public sealed record VersionedAnswers(
    ImmutableArray<IndicatorValue> Values, ImmutableArray<ImmutableArray<Period>> Periods, ImmutableArray<AnswerVersion> RestOn);

/// <summary>How far a child is closed, and the version of the unit above at which that was so.</summary>
[GenerateSerializer, Immutable]
public sealed record VersionedClosures(ImmutableArray<Closed> Closed, AnswerVersion RestOn);
