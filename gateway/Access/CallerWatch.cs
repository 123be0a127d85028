using System.Security.Claims;
using EduAnalytics.Gateway.Access.Tokens;

namespace EduAnalytics.Gateway.Access;

/// <summary>Tells whoever keeps a connection open when its caller's right ends.</summary>
internal sealed class CallerWatch(ICallers callers, TokenRegister tokens, TimeProvider time)
{
    /// <summary>A timer cannot wait for years; looking again once a day costs nothing.</summary>
    private static readonly TimeSpan longestWait = TimeSpan.FromDays(1);

    public bool Holds(ClaimsPrincipal user) => callers.Present(user) is not null;

    /// <summary>Begins to watch; to be disposed when the connection ends.</summary>
    public Watched Follow(ClaimsPrincipal user)
    {
        var watched = new Watched();
        // Not awaited: it ends with what it watches, and whatever happens to it counts as the end of the right.
        _ = FollowAsync(user, watched);
        return watched;
    }

    private async Task FollowAsync(ClaimsPrincipal user, Watched watched)
    {
        try
        {
            while (true)
            {
                // Taken before the look, so that a change in between is not slept through.
                var change = tokens.NextChange;
                if (callers.Present(user) is not { } caller)
                    break;
                await WaitAsync(caller, change, watched.Left);
                if (watched.Left.IsCancellationRequested)
                    return;
            }
        }
        finally
        {
            watched.End();
        }
    }

    private async Task WaitAsync(Caller caller, CancellationToken change, CancellationToken left)
    {
        using var doubt = CancellationTokenSource.CreateLinkedTokenSource(change, left);
        try
        {
            await Task.Delay(WaitUntil(caller.ExpiresAt), time, doubt.Token);
        }
        catch (OperationCanceledException)
        {
            // Tokens were changed, or nobody waits any more.
        }
    }

    private TimeSpan WaitUntil(DateTimeOffset? end)
    {
        if (end is not { } moment)
            return longestWait;
        // Timers count whole milliseconds, and cut off what is less.
        var wait = TimeSpan.FromMilliseconds(Math.Ceiling((moment - time.GetUtcNow()).TotalMilliseconds));
        return TimeSpan.FromTicks(Math.Clamp(wait.Ticks, 0, longestWait.Ticks));
    }

    /// <summary>A right under watch.</summary>
    internal sealed class Watched : IDisposable
    {
        private readonly CancellationTokenSource ended = new();
        private readonly CancellationTokenSource left = new();

        /// <summary>Cancelled when the right ends.</summary>
        public CancellationToken Ended => ended.Token;

        internal CancellationToken Left => left.Token;

        internal void End()
        {
            if (!left.IsCancellationRequested)
                ended.Cancel();
        }

        public void Dispose() => left.Cancel();
    }
}
