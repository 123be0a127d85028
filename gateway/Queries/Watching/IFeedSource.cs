using System.Collections.Immutable;

namespace EduAnalytics.Gateway.Queries.Watching;

/// <summary>A grain as the origin of a feed.</summary>
internal interface IFeedSource<TKey, TItem>
    where TKey : notnull
{
    /// <summary>Opens the grain's stream. Its first element says that from then on nothing is missed.</summary>
    IAsyncEnumerable<ImmutableArray<TItem>> Open(Guid watch, Interest interest, CancellationToken cancellationToken);

    /// <summary>Turns the stream to another interest.</summary>
    /// <returns>False where the grain knows no such stream any more.</returns>
    Task<bool> Refocus(Guid watch, Interest interest);

    bool IsWanted(TItem item, Interest interest);

    /// <summary>What readers who come later are told first.</summary>
    IPresentState<TItem> NewPresentState();
}

/// <summary>The state that a feed's stream has told so far. Used under the feed's lock only.</summary>
internal interface IPresentState<TItem>
{
    /// <returns>False where it was known already, just so.</returns>
    bool Note(TItem item);

    IEnumerable<TItem> All { get; }

    /// <summary>Forgets all but what is still followed.</summary>
    void Keep(Func<TItem, bool> isFollowed);
}
