using System.Collections.Concurrent;

namespace EduAnalytics.Grains.RollUps;

/// <summary>
/// The rows of this silo that are newer than what their parents hold, since when. In health it tells what no reader sees: a
/// total that stands still while records go on arriving below it.
/// </summary>
public sealed class WaitingRows(TimeProvider time)
{
    private readonly ConcurrentDictionary<object, long> since = new(ReferenceEqualityComparer.Instance);

    /// <summary>How long the oldest of them has waited; zero where none waits.</summary>
    public TimeSpan Longest => since.IsEmpty ? TimeSpan.Zero : time.GetElapsedTime(since.Values.DefaultIfEmpty(time.GetTimestamp()).Min());

    /// <param name="row">Whoever pushes it.</param>
    public void Waits(object row) => since.TryAdd(row, time.GetTimestamp());

    /// <summary>A push came through; what changed since it began still waits.</summary>
    public void WaitsOnlySince(object row, long begun) => since[row] = begun;

    public void WaitsNoMore(object row) => since.TryRemove(row, out _);
}
