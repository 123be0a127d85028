using EduAnalytics.Domain.RollUps;
using Microsoft.Extensions.Logging;

namespace EduAnalytics.Grains.RollUps;

/// <summary>
/// Brings a unit's row to its parent: in the background, changes that are few at once and those of a burst gathered, again
/// until the parent holds it. Runs on its grain's scheduler but in no turn of it, so the grain goes on taking
/// submissions while a parent is slow.
/// </summary>
/// <param name="row">The row to push.</param>
/// <param name="send">Hands an update to the parent.</param>
/// <param name="waiting">Is told while the parent does not hold the newest.</param>
internal sealed class RowPusher(Row row, Func<RowUpdate, Task<RowReceipt>> send, WaitingRows waiting, TimeProvider time, ILogger logger)
{
    /// <summary>
    /// Between two pushes where changes do not end: long enough to gather a burst, short enough that a screen seems to follow
    /// at once.
    /// </summary>
    private static readonly TimeSpan conflation = TimeSpan.FromMilliseconds(30);

    /// <summary>
    /// So much of that is forgiven, so that eight changes close together go each at once: where now one school of a district
    /// sends and now another, nobody waits.
    /// </summary>
    private static readonly TimeSpan forgiven = conflation * 7;

    private static readonly TimeSpan longestPause = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Told the version that the parent holds where that is newer than the row, as an earlier activation of the grain knew more.
    /// True where the row was renumbered above it, and is to be sent whole.
    /// </summary>
    public Func<long, bool> OnParentAhead { get; init; } = _ => false;

    private readonly long start = time.GetTimestamp();

    /// <summary>When the next push is due that is not forgiven anything, since <see cref="start"/>.</summary>
    private TimeSpan due;

    private long held;
    private bool running;
    private bool stopped;

    /// <summary>Says that the row may be newer than what the parent holds.</summary>
    public void RowChanged()
    {
        if (running || stopped)
            return;
        running = true;
        waiting.Waits(this);
        _ = PushUntilHeld();
    }

    /// <summary>The grain is going away; its next activation, or its parent's, brings the row up.</summary>
    public void Stop() => stopped = true;

    private async Task PushUntilHeld()
    {
        var pause = LeftOfPause();
        while (held < row.Version && !stopped)
        {
            if (pause > TimeSpan.Zero)
                await Task.Delay(pause, time);
            else
                await Task.Yield();
            pause = stopped || await TryPush() ? LeftOfPause() : Longer(pause);
        }

        running = false;
        waiting.WaitsNoMore(this);
    }

    private async Task<bool> TryPush()
    {
        var begun = time.GetTimestamp();
        Account(time.GetElapsedTime(start, begun));
        try
        {
            held = (await send(row.Since(held))).Held;
            if (held > row.Version && OnParentAhead(held))
                held = 0;
            waiting.WaitsOnlySince(this, begun);
            return true;
        }
        catch (Exception e)
        {
            if (!stopped)
                logger.LogWarning(e, "A parent did not take the row; it is sent again.");
            return false;
        }
    }

    /// <summary>Each push puts off when the next is due; a quiet while makes up for no more than what is forgiven.</summary>
    private void Account(TimeSpan now) => due = (due > now ? due : now) + conflation;

    private TimeSpan LeftOfPause() => due - forgiven - time.GetElapsedTime(start);

    // A push that went at once had no pause that could be doubled.
    private static TimeSpan Longer(TimeSpan pause) => pause < conflation ? conflation * 2 : pause * 2 > longestPause ? longestPause : pause * 2;
}
