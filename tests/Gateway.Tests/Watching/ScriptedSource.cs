using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Queries.Watching;

namespace EduAnalytics.Gateway.Tests.Watching;

/// <summary>A reading of one unit, as small as a feed can carry.</summary>
internal sealed record Reading(OrgUnitId Unit, int Value);

/// <summary>A grain's stream in the test's hands: what it tells, when it breaks, and what it was asked for.</summary>
internal sealed class ScriptedSource : IFeedSource<OrgUnitId, Reading>
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _values = [];
    private readonly Channel<ScriptedStream> _opened = Channel.CreateUnbounded<ScriptedStream>();
    private ScriptedStream? _current;

    public ConcurrentQueue<string> Turns { get; } = new();

    public bool KnowsTheWatch { get; set; } = true;

    /// <summary>What the next streams wait for before they tell anything.</summary>
    public Task Opening { get; set; } = Task.CompletedTask;

    /// <summary>What turns wait for.</summary>
    public Task Turning { get; set; } = Task.CompletedTask;

    /// <summary>The next stream that was opened and not asked for yet.</summary>
    public ValueTask<ScriptedStream> Opened() => _opened.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public void Set(string unit, int value)
    {
        lock (_gate)
        {
            _values[unit] = value;
            _current?.Tell(unit, value);
        }
    }

    public async IAsyncEnumerable<ImmutableArray<Reading>> Open(
        Guid watch, Interest interest, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ScriptedStream stream;
        lock (_gate)
            _current = stream = new ScriptedStream(interest, Present(interest));
        _opened.Writer.TryWrite(stream);
        try
        {
            await Opening;
            await foreach (var items in stream.Items.ReadAllAsync(cancellationToken))
                yield return items;
        }
        finally
        {
            stream.Left.TrySetResult();
        }
    }

    public async Task<bool> Refocus(Guid watch, Interest interest)
    {
        Turns.Enqueue(Text(interest));
        await Turning;
        if (!KnowsTheWatch)
            return false;
        lock (_gate)
        {
            var added = Present(interest).Where(reading => !_current!.Interest.Includes(reading.Unit)).ToImmutableArray();
            _current!.Interest = interest;
            _current.Tell(added);
        }

        return true;
    }

    public bool IsWanted(Reading item, Interest interest) => interest.Includes(item.Unit);

    public IPresentState<Reading> NewPresentState() => new PresentReadings();

    public static string Text(Interest interest) => string.Join(' ', interest.Units.Select(unit => unit.Code).Order(StringComparer.Ordinal));

    private ImmutableArray<Reading> Present(Interest interest) =>
    [
        .. _values.Select(pair => new Reading(OrgUnitId.Parse(pair.Key), pair.Value)).Where(reading => interest.Includes(reading.Unit)),
    ];

    private sealed class PresentReadings : IPresentState<Reading>
    {
        private readonly Dictionary<OrgUnitId, Reading> _held = [];

        public IEnumerable<Reading> All => _held.Values;

        public bool Note(Reading item)
        {
            var news = !_held.TryGetValue(item.Unit, out var held) || held != item;
            _held[item.Unit] = item;
            return news;
        }

        public void Keep(Func<Reading, bool> isFollowed)
        {
            foreach (var (unit, item) in _held)
                if (!isFollowed(item))
                    _held.Remove(unit);
        }
    }
}

internal sealed class ScriptedStream(Interest interest, ImmutableArray<Reading> first)
{
    private readonly Channel<ImmutableArray<Reading>> _items = Filled(first);

    public Interest Interest { get; set; } = interest;

    public ChannelReader<ImmutableArray<Reading>> Items => _items.Reader;

    /// <summary>Completes when the feed has let the stream go.</summary>
    public TaskCompletionSource Left { get; } = new();

    public void Tell(string unit, int value)
    {
        if (Interest.Includes(OrgUnitId.Parse(unit)))
            Tell([new Reading(OrgUnitId.Parse(unit), value)]);
    }

    public void Tell(ImmutableArray<Reading> readings) => _items.Writer.TryWrite(readings);

    public void Break() => _items.Writer.TryComplete(new InvalidOperationException("The silo went."));

    private static Channel<ImmutableArray<Reading>> Filled(ImmutableArray<Reading> first)
    {
        var channel = Channel.CreateUnbounded<ImmutableArray<Reading>>();
        channel.Writer.TryWrite(first);
        return channel;
    }
}
