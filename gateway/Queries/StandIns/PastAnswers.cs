using System.Collections.Concurrent;
using EduAnalytics.Contracts.Past;
using EduAnalytics.Gateway.Calls;

namespace EduAnalytics.Gateway.Queries.StandIns;

/// <summary>
/// Waits for what units were at an instant as long as is worth it. Nobody can stand in for one: its past is read from the journal,
/// which takes its time, and goes on being read when nobody waits any more. Slowness here says nothing of how soon the unit
/// itself answers, and so the two are not remembered together (<see cref="UnitAnswers"/>).
/// </summary>
public sealed class PastAnswers(TimeProvider time)
{
    private static readonly TimeSpan patienceOnceSilent = TimeSpan.FromSeconds(2);

    /// <summary>The units waited for in vain whose calls are still under way, each at its instant.</summary>
    private readonly ConcurrentDictionary<PastKey, bool> silent = new();

    /// <summary>
    /// Longer than the present is waited for, since a large district is read for some seconds; and short of what an operation may
    /// take, so that there is time to say who is missing, and to ask a second thing of the others.
    /// </summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <param name="own">The answer, which has been asked for.</param>
    /// <returns>Null where it did not come in time.</returns>
    internal async Task<T?> Ask<T>(PastKey past, Task<T> own)
        where T : struct
    {
        try
        {
            return await own.WaitAsync(silent.ContainsKey(past) ? patienceOnceSilent : Patience, time);
        }
        catch (Exception e) when (e is TimeoutException || SilosOutOfReach.IsIn(e))
        {
            NotedReads.Current?.BecomePassing();
            if (!own.IsCompleted && silent.TryAdd(past, true))
                _ = ForgetAfter(own, past);
            return null;
        }
    }

    private async Task ForgetAfter(Task call, PastKey past)
    {
        await call.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        silent.TryRemove(past, out _);
    }
}
