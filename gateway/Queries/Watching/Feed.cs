using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace EduAnalytics.Gateway.Queries.Watching;

/// <summary>
/// One grain's stream, followed once for all readers of this gateway: two thousand viewers of a page are one watcher to
/// their district. What they want together is the stream's interest; it is turned as readers come and go.
/// </summary>
internal sealed class Feed<TKey, TItem>(IFeedSource<TKey, TItem> source, TimeProvider time, ILogger logger)
    where TKey : notnull
{
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<Interest, HashSet<Reader<TKey, TItem>>> _readers = [];
    private readonly IPresentState<TItem> _present = source.NewPresentState();
    private Interest? _wanted;
    private FeedStream? _stream;
    private bool _isTurning;
    private bool _isClosed;

    /// <summary>Lets a reader hear of its interest from now on, beginning with what is present of it.</summary>
    /// <returns>False where the feed has just closed, since its last reader left.</returns>
    public bool TryJoin(Reader<TKey, TItem> reader, Interest interest)
    {
        lock (_gate)
        {
            if (_isClosed)
                return false;
            if (_readers.TryGetValue(interest, out var alike))
            {
                alike.Add(reader);
            }
            else
            {
                _readers.Add(interest, [reader]);
                Want(Interest.Over(_readers.Keys));
            }

            // What the stream has not told yet will come from it, to this reader too.
            reader.Offer(_present.All.Where(item => source.IsWanted(item, interest)));
            return true;
        }
    }

    /// <returns>True where that was the last reader: the feed is closed and of no more use.</returns>
    public bool Leave(Reader<TKey, TItem> reader, Interest interest)
    {
        lock (_gate)
        {
            if (_readers.TryGetValue(interest, out var alike) && alike.Remove(reader) && alike.Count == 0)
            {
                _readers.Remove(interest);
                if (_readers.Count > 0)
                    Want(Interest.Over(_readers.Keys));
                else
                    Close();
            }

            return _isClosed;
        }
    }

    private void Close()
    {
        _isClosed = true;
        _stream?.End();
    }

    /// <summary>Neither task is awaited: both end with the feed, and report their failures themselves.</summary>
    private void Want(Interest wanted)
    {
        if (wanted.Equals(_wanted))
            return;
        var begins = _wanted is null;
        _wanted = wanted;
        _ = begins ? Task.Run(PumpAsync) : Task.Run(TurnAsync);
    }

    private async Task PumpAsync()
    {
        while (Begin() is { } stream)
        {
            try
            {
                await foreach (var items in source.Open(stream.Watch, stream.Interest, stream.Ending).WithCancellation(stream.Ending))
                {
                    Spread(stream, items);

                    // What was wanted since the stream was asked for; later wishes turn it themselves. Not awaited: who reads
                    // already does not wait for the turn that another one needs.
                    _ = TurnAsync();
                }
            }
            catch (Exception) when (stream.Ending.IsCancellationRequested)
            {
                // Closed, or to be begun anew.
            }
            catch (Exception e)
            {
                // The grain moved or its silo went; the next call finds it where it now lives, and the first element says how things are.
                logger.LogWarning(e, "Lost sight of {Units}; looking again.", stream.Interest.Units);
                await Task.Delay(PauseAfterFault, time, CancellationToken.None);
            }
            finally
            {
                stream.Dispose();
            }
        }
    }

    /// <summary>Null when the feed has closed.</summary>
    private FeedStream? Begin()
    {
        lock (_gate)
        {
            // What was known is of the time before: the new stream tells it again, and every reader hears it.
            _present.Keep(_ => false);
            return _stream = _isClosed ? null : new FeedStream(_wanted!);
        }
    }

    private void Spread(FeedStream stream, ImmutableArray<TItem> items)
    {
        lock (_gate)
        {
            stream.IsOpen = true;
            // What arrives late of an interest that was given up would stay as it was, and be told as present one day.
            var news = items
                .Where(item => source.IsWanted(item, _wanted!) || source.IsWanted(item, stream.Interest))
                .Where(_present.Note)
                .ToList();
            foreach (var (interest, readers) in _readers)
            {
                var wanted = news.Where(item => source.IsWanted(item, interest)).ToList();
                foreach (var reader in readers)
                    reader.Offer(wanted);
            }
        }
    }

    /// <summary>Tells the grain what is wanted until it knows, one call at a time.</summary>
    private async Task TurnAsync()
    {
        while (NextTurn() is var (stream, wanted))
        {
            var turned = false;
            try
            {
                turned = await source.Refocus(stream.Watch, wanted);
            }
            catch (Exception e)
            {
                logger.LogWarning(e, "The watch of {Units} could not be turned; it is begun anew.", stream.Interest.Units);
            }

            Turned(stream, wanted, turned);
        }
    }

    /// <summary>Null where the grain knows what is wanted, is just being told, or is not read: the pump begins with the newest wish.</summary>
    private (FeedStream Stream, Interest Wanted)? NextTurn()
    {
        lock (_gate)
        {
            if (_isTurning || _isClosed || _stream is not { IsOpen: true, Ending.IsCancellationRequested: false } stream || _wanted!.Equals(stream.Interest))
                return null;
            _isTurning = true;
            return (stream, _wanted);
        }
    }

    private void Turned(FeedStream stream, Interest wanted, bool turned)
    {
        lock (_gate)
        {
            _isTurning = false;
            if (!turned)
            {
                stream.End();
                return;
            }

            stream.Interest = wanted;
            _present.Keep(item => source.IsWanted(item, wanted));
        }
    }
}
