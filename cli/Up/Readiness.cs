namespace EduAnalytics.Cli.Up;

/// <summary>Whether the system answers with all it has; until then, what it is doing.</summary>
internal sealed class Readiness(TimeProvider time)
{
    private readonly long started = time.GetTimestamp();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What is being done at the moment, for the health answer.</summary>
    public string Doing { get; private set; } = "starting";

    /// <summary>What the start wants to tell beside being ready; empty or a line of its own.</summary>
    public string Note { get; private set; } = "";

    public TimeSpan Took { get; private set; }

    public bool IsReady => ready.Task.IsCompletedSuccessfully;

    public Task UntilReady(CancellationToken cancellationToken) => ready.Task.WaitAsync(cancellationToken);

    public void Report(string doing) => Doing = doing;

    public void Tell(string note) => Note += $"{Environment.NewLine}  {note}";

    public void SetReady()
    {
        Took = time.GetElapsedTime(started);
        Doing = "ready";
        ready.TrySetResult();
    }

    public void SetFailed(Exception reason) => ready.TrySetException(reason);
}
