using System.Collections.Concurrent;

namespace EduAnalytics.Contracts.Changes;

/// <summary>
/// When each grain of this process last changed its state, so that whoever kept an answer in the same process can tell
/// without a call whether it still holds. The grains write it, in the very turn in which they change and before anyone is
/// told of the change. It knows nothing of grains elsewhere: a process without a silo has none.
/// </summary>
public sealed class ChangeBoard
{
    private readonly ConcurrentDictionary<string, ChangePlace> places = new(StringComparer.Ordinal);
    private long moment;

    /// <summary>The number of changes so far: a moment of this process, and of no clock.</summary>
    public long Now => Volatile.Read(ref moment);

    /// <summary>Where a grain's changes are written. The same object for the same key, always.</summary>
    /// <param name="grain">The grain's key.</param>
    public ChangePlace PlaceOf(string grain) => places.GetOrAdd(grain, static _ => new ChangePlace());

    /// <summary>To be called after the change and before the turn ends: a reader that begins later must see the new state.</summary>
    public void Changed(string grain) => PlaceOf(grain).Write(Interlocked.Increment(ref moment));
}

/// <summary>One grain's place on the board.</summary>
public sealed class ChangePlace
{
    private long changedAt;

    /// <summary>The moment of the newest change; 0 before the first.</summary>
    public long ChangedAt => Volatile.Read(ref changedAt);

    internal void Write(long moment) => Volatile.Write(ref changedAt, moment);
}
