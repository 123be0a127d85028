using System.Collections.Concurrent;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Gateway.Calls;

namespace EduAnalytics.Gateway.Queries.StandIns;

/// <summary>
/// Waits for units as long as is worth it. Where one does not answer soon, the unit above it is asked to stand in, and whoever
/// answers first is heard. Who was slow is waited for less the next time, until it answers: one unit that hangs costs its
/// readers a wait once, and not each time.
/// </summary>
public sealed class UnitAnswers(TimeProvider time)
{
    private static readonly TimeSpan soonOnceSlow = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan patienceOnceSilent = TimeSpan.FromSeconds(2);

    /// <summary>The units that did not answer soon when they were asked last; true for those that did not answer at all.</summary>
    private readonly ConcurrentDictionary<OrgUnitId, bool> slow = new();

    /// <summary>A district wakes within this, and what it is asked then takes milliseconds.</summary>
    internal TimeSpan Soon { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>As long as a list waits for a unit: units of a silo that died have come to life elsewhere by then.</summary>
    internal TimeSpan Patience { get; init; } = UnitPatience.Longest;

    /// <param name="own">The unit's answer, which has been asked for.</param>
    /// <param name="standIn">Asks the unit above; its outcome is null where that does not know. Null where no unit can stand in.</param>
    /// <returns>The answer and whose it is; null from nobody.</returns>
    internal async ValueTask<(T? Answer, AnsweredBy By)> Ask<T>(OrgUnit unit, Task<T> own, Func<Task<T?>>? standIn)
        where T : class
    {
        var wasSlow = slow.TryGetValue(unit.Id, out var wasSilent);
        var soon = wasSlow ? soonOnceSlow : Soon;
        if (await Comes(own, soon))
        {
            if (wasSlow)
                slow.TryRemove(unit.Id, out _);
            return (await own, AnsweredBy.Unit);
        }

        slow.TryAdd(unit.Id, false);
        NotedReads.Current?.BecomePassing();
        var (answer, by) = await First(own, standIn?.Invoke(), (wasSilent ? patienceOnceSilent : Patience) - soon);
        if (by == AnsweredBy.Unit)
            slow.TryRemove(unit.Id, out _);
        else if (by == AnsweredBy.Nobody)
            slow[unit.Id] = true;
        return (answer, by);
    }

    /// <summary>Whoever answers first, of those that do within the time.</summary>
    private async Task<(T? Answer, AnsweredBy By)> First<T>(Task<T> own, Task<T?>? standIn, TimeSpan patience)
        where T : class
    {
        using var ending = new CancellationTokenSource();
        var over = Task.Delay(patience, time, ending.Token);
        var pending = new List<Task> { own };
        if (standIn is not null)
            pending.Add(standIn);
        try
        {
            while (pending.Count > 0)
            {
                var done = await Task.WhenAny(pending.Append(over));
                if (done == over)
                    break;
                pending.Remove(done);
                if (done == own && await Comes(own, TimeSpan.Zero))
                    return (await own, AnsweredBy.Unit);
                if (done == standIn && standIn.IsCompletedSuccessfully && await standIn is { } answer)
                    return (answer, AnsweredBy.UnitAbove);
            }
        }
        finally
        {
            await ending.CancelAsync();
        }

        return (null, AnsweredBy.Nobody);
    }

    /// <summary>False where it does not come in time, or not for what is wrong with the machines; what is wrong with the question is thrown.</summary>
    private async ValueTask<bool> Comes<T>(Task<T> answer, TimeSpan within)
    {
        if (answer.IsCompletedSuccessfully)
            return true;
        try
        {
            await answer.WaitAsync(within, time);
            return true;
        }
        catch (Exception e) when (e is TimeoutException or StoreUnavailableException || SilosOutOfReach.IsIn(e))
        {
            return false;
        }
    }
}
