using EduAnalytics.Dashboard.GraphQL;
using EduAnalytics.Dashboard.Shell;

namespace EduAnalytics.Dashboard.Live.Rooms;

/// <summary>
/// All who watch one unit with the same rights: they are followed for once, and shown one scene. Many changes at once are one
/// scene, some of them a second at most, however many watch.
/// </summary>
internal sealed class LiveRoom(string unit, IGraphQLClient client, TimeProvider time) : IDisposable
{
    /// <summary>Four scenes a second: an eye on a wall takes in no more.</summary>
    private static readonly TimeSpan BetweenScenes = TimeSpan.FromMilliseconds(250);

    private readonly Lock gate = new();
    private readonly CancellationTokenSource closing = new();
    private readonly HashSet<LiveSeat> seats = [];
    private readonly LiveBoard board = new();
    private Task? following;
    private LiveScene scene = LiveScene.Empty;
    private long shownAt;
    private bool isShowing;
    private bool isClosed;

    /// <summary>The first to enter opens it.</summary>
    /// <returns>False where the room has just closed.</returns>
    public bool TryEnter(LiveSeat seat)
    {
        lock (gate)
        {
            if (isClosed)
                return false;
            seats.Add(seat);
            following ??= Task.Run(() => new LiveFollower(unit, client, board, time, Show).Follow(closing.Token));
        }

        seat.Show(scene);
        return true;
    }

    /// <returns>True where that was the last one: the room is closed.</returns>
    public bool Leave(LiveSeat seat)
    {
        lock (gate)
        {
            seats.Remove(seat);
            if (seats.Count > 0 || isClosed)
                return isClosed;
            isClosed = true;
        }

        _ = Close();
        return true;
    }

    public void Dispose() => closing.Dispose();

    private async Task Close()
    {
        await closing.CancelAsync();
        if (following is { } task)
            await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Dispose();
    }

    /// <summary>Called by the follower only, one call at a time.</summary>
    private void Show(LiveConnection connection, Trouble? trouble)
    {
        var isLive = connection == LiveConnection.Live;
        var isUrgent = connection != scene.Connection;
        scene = board.Scene with { Connection = connection, Trouble = trouble, HeardAt = isLive ? time.GetUtcNow() : scene.HeardAt };
        lock (gate)
        {
            // Nobody enters a room whose reader has no right any more; whoever comes next has a right of its own.
            isClosed |= connection == LiveConnection.Ended;
            if (isShowing && !isUrgent)
                return;
            isShowing = true;
        }

        _ = ShowSoon(isUrgent);
    }

    private async Task ShowSoon(bool isUrgent)
    {
        var wait = BetweenScenes - time.GetElapsedTime(shownAt);
        if (!isUrgent && wait > TimeSpan.Zero)
            await Task.Delay(wait, time);
        LiveSeat[] present;
        lock (gate)
        {
            isShowing = false;
            shownAt = time.GetTimestamp();
            present = [.. seats];
        }

        var now = scene;
        foreach (var seat in present)
            seat.Show(now);
    }
}
