namespace EduAnalytics.Cli.Tests.Torture;

/// <summary>A clock that stands until it is told to pass.</summary>
internal sealed class StandingTime : TimeProvider
{
    private long seconds;

    public override long TimestampFrequency => 1;

    public override long GetTimestamp() => seconds;

    public void Pass(long seconds) => this.seconds += seconds;
}
