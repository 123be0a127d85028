using System.Collections.Immutable;
using EduAnalytics.Domain.Sources;
using Orleans.Concurrency;

namespace EduAnalytics.Contracts.Sources;

/// <summary>Says which submissions are behind a unit's values. The grain's key is the org unit's code.</summary>
public interface ISourceReads : IGrainWithStringKey
{
    /// <summary>
    /// The unit's own submissions behind each value, in the order of the questions, and the units directly below it whose
    /// parts are in it: these are asked for theirs by the caller, who knows how many it wants.
    /// </summary>
    /// <param name="first">How many submissions to name for a question; more than <see cref="FoundSources.MostKept"/> are not to be had.</param>
    /// <exception cref="ArgumentException">The catalogue holds no indicator that is asked for.</exception>
    [AlwaysInterleave]
    Task<ImmutableArray<FoundSources>> FindSources([Immutable] ImmutableArray<SourceQuestion> questions, int first);
}
