using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace EduAnalytics.Gateway.Queries.Watching;

/// <summary>The feeds of this gateway, by the key of their grain.</summary>
internal sealed class Feeds<TKey, TItem>(Func<TItem, TKey> keyOf, TimeProvider time, ILogger logger)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<string, Feed<TKey, TItem>> _feeds = new(StringComparer.Ordinal);

    /// <summary>How many grains are being followed.</summary>
    public int Count => _feeds.Count;

    /// <summary>Follows several grains as one stream, conflated for this reader; leaving it lets them go.</summary>
    public async IAsyncEnumerable<TItem> Follow(
        IReadOnlyCollection<(string Grain, IFeedSource<TKey, TItem> Source, Interest Interest)> asked,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = new Reader<TKey, TItem>(keyOf);
        try
        {
            foreach (var (grain, source, interest) in asked)
                Join(grain, source, reader, interest);
            await foreach (var item in reader.ReadAsync(cancellationToken))
                yield return item;
        }
        finally
        {
            foreach (var (grain, _, interest) in asked)
                Leave(grain, reader, interest);
        }
    }

    private void Join(string grain, IFeedSource<TKey, TItem> source, Reader<TKey, TItem> reader, Interest interest)
    {
        while (!_feeds.GetOrAdd(grain, _ => new Feed<TKey, TItem>(source, time, logger)).TryJoin(reader, interest))
        {
            // Its last reader is just leaving, and takes it out of the list.
            Thread.Yield();
        }
    }

    private void Leave(string grain, Reader<TKey, TItem> reader, Interest interest)
    {
        if (_feeds.TryGetValue(grain, out var feed) && feed.Leave(reader, interest))
            _feeds.TryRemove(new KeyValuePair<string, Feed<TKey, TItem>>(grain, feed));
    }
}
