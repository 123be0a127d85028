using EduAnalytics.Cli.Torture.Clusters;

namespace EduAnalytics.Cli.Torture.Faults;

/// <summary>
/// A silo stands still until the others have given it up, as a machine does that was suspended, and then goes on in the belief
/// that it is one of them: what it still has to write must be refused.
/// </summary>
internal sealed class SiloPause(TimeProvider time) : IFault
{
    /// <summary>Its units are with others by then, and are written to.</summary>
    private static readonly TimeSpan givenUpFor = TimeSpan.FromSeconds(3);

    public string Name => "pause";

    public async Task<string> Strike(TorturedCluster cluster, Random moments, CancellationToken cancellationToken)
    {
        var number = moments.Next(cluster.Silos.Count);
        var (silo, name) = (cluster.Silos[number], TorturedCluster.NameOf(number));
        var (starts, begun) = (silo.Starts, time.GetTimestamp());
        silo.Signal("-STOP");
        try
        {
            await cluster.Until(async () => !await cluster.IsMember(number, cancellationToken), $"{name}, which stands still, to be given up", cancellationToken);
            await Task.Delay(givenUpFor, time, cancellationToken);
        }
        finally
        {
            silo.Signal("-CONT");
        }

        var still = time.GetElapsedTime(begun);
        await cluster.Until(() => Task.FromResult(silo.Starts > starts), $"{name}, which was given up, to hear of it", cancellationToken);
        return $"{name} stood still for {still.TotalSeconds:0} s";
    }
}
