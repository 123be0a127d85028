namespace EduAnalytics.Cli.Tests.Import;

/// <summary>A clock on which every wait is over at once; it tells which there were.</summary>
internal sealed class PassingTime : TimeProvider
{
    public List<TimeSpan> Waits { get; } = [];

    /// <summary>Called when a wait begins.</summary>
    public Action OnWait { get; set; } = () => { };

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Waits.Add(dueTime);
        OnWait();
        return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
