using EduAnalytics.Domain.Live;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Sources;
using EduAnalytics.Domain.Submissions;
using Microsoft.Extensions.Logging;

namespace EduAnalytics.Grains.Live;

/// <summary>
/// Tells a school's district what the school accepted: in the background, a burst as one, the same batch again until it was
/// taken. Used on its grain's scheduler only. What was not told when a silo dies is missing from the district's pulse; figures
/// go another way and lose nothing.
/// </summary>
internal sealed class ArrivalPusher(OrgUnitId unit, Func<ArrivalBatch, Task> send, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan conflation = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan longestPause = TimeSpan.FromSeconds(5);

    private readonly Guid sender = Guid.NewGuid();
    private readonly Dictionary<(SourceKind Kind, DateTimeOffset Minute, DateOnly Day), (int Submissions, long Lines)> waiting = [];
    private ArrivalBatch? underWay;
    private long number;
    private bool running;
    private bool stopped;

    public void Accepted(SourceKind kind, SubmissionOutcome outcome)
    {
        if (outcome.Refused || outcome.Duplicate)
            return;
        var count = CountOf(kind, outcome, time);
        var held = waiting.GetValueOrDefault((count.Kind, count.Minute, count.Day));
        waiting[(count.Kind, count.Minute, count.Day)] = (held.Submissions + 1, held.Lines + count.Lines);
        if (running || stopped)
            return;
        running = true;
        _ = PushUntilTaken();
    }

    public void Stop() => stopped = true;

    /// <summary>One accepted submission as a count of the minute in which it is now.</summary>
    public static ArrivalCount CountOf(SourceKind kind, SubmissionOutcome outcome, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var local = TimeZoneInfo.ConvertTime(now, time.LocalTimeZone);
        return new ArrivalCount(kind, new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerMinute), TimeSpan.Zero), DateOnly.FromDateTime(local.DateTime), 1, outcome.Accepted);
    }

    private async Task PushUntilTaken()
    {
        var pause = conflation;
        while ((underWay is not null || waiting.Count > 0) && !stopped)
        {
            await Task.Delay(pause, time);
            pause = stopped || await TryPush() ? conflation : TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, longestPause.Ticks));
        }

        running = false;
    }

    private async Task<bool> TryPush()
    {
        underWay ??= TakeWaiting();
        try
        {
            await send(underWay);
            underWay = null;
            return true;
        }
        catch (Exception e)
        {
            logger.LogWarning(e, "The district did not take what {OrgUnit} accepted; it is told again.", unit);
            return false;
        }
    }

    private ArrivalBatch TakeWaiting()
    {
        var batch = new ArrivalBatch(
            unit, sender, ++number,
            [.. waiting.Select(pair => new ArrivalCount(pair.Key.Kind, pair.Key.Minute, pair.Key.Day, pair.Value.Submissions, pair.Value.Lines))]);
        waiting.Clear();
        return batch;
    }
}
