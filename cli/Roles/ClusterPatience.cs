namespace EduAnalytics.Cli.Roles;

/// <summary>
/// How long the processes of a cluster wait for each other. All of it follows from one number, since each of these waits is
/// right only beside the others.
/// </summary>
/// <param name="silence">After how long without a sign a silo is taken for dead.</param>
internal sealed class ClusterPatience(TimeSpan silence)
{
    /// <summary>Within this the runtime's own way to a verdict comes to its end.</summary>
    private static readonly TimeSpan verdict = TimeSpan.FromSeconds(1);

    public ClusterPatience(RoleOptions options)
        : this(TimeSpan.FromSeconds(options.SilenceSeconds))
    {
    }

    /// <summary>A silo that does not answer another one in this time, three times in a row, is taken for dead.</summary>
    public TimeSpan Probe => silence / 4;

    /// <summary>
    /// The most that the runtime may lengthen that to. Three of these without a word are what it takes, since whatever was
    /// heard within them speaks against a probe that failed.
    /// </summary>
    public TimeSpan LongestProbe => silence / 3;

    /// <summary>
    /// Nobody tells a gateway that the silo which had its question was killed; after this it asks again, and finds the grain
    /// where it lives by then. Longer than the others need to notice, and than the signs of life of a stream are apart; twice
    /// it is less than an operation may take.
    /// </summary>
    public TimeSpan OfGateway => silence + verdict;

    /// <summary>
    /// How long grains wait for each other. A stream without news gives a sign of life after half of it; one that nobody has
    /// read on for twice as long, since its gateway is gone, is ended.
    /// </summary>
    public TimeSpan OfGrain => silence + (4 * verdict);
}
