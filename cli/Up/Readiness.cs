namespace EduAnalytics.Cli.Up;

/// <summary>Whether the system answers with all it has; until then, what it is doing.</summary>
internal sealed class Readiness(TimeProvider time)
{
    private readonly long started = time.GetTimestamp();

    /// <summary>What is being done at the moment, for the health answer.</summary>
    public string Doing { get; private set; } = "starting";

    public bool IsReady { get; private set; }

    /// <summary>From the start of the process's host to being ready.</summary>
    public TimeSpan Took { get; private set; }

    public void Report(string doing) => Doing = doing;

    public void SetReady()
    {
        Took = time.GetElapsedTime(started);
        IsReady = true;
    }
}
