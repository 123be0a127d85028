using EduAnalytics.Cli.Torture.Clusters;

namespace EduAnalytics.Cli.Torture.Faults;

/// <summary>
/// A silo stands still until the others have long taken it for dead, as a machine does that was suspended, and then goes on in
/// the belief that it is one of them: what it still has to write must be refused.
/// </summary>
internal sealed class SiloPause(TimeProvider time) : IFault
{
    /// <summary>Silos take one that says nothing for dead within some ten seconds.</summary>
    private static readonly TimeSpan still = TimeSpan.FromSeconds(18);

    public string Name => "pause";

    public async Task<string> Strike(TorturedCluster cluster, Random moments, CancellationToken cancellationToken)
    {
        var number = moments.Next(cluster.Silos.Count);
        cluster.Silos[number].Signal("-STOP");
        try
        {
            await Task.Delay(still, time, cancellationToken);
        }
        finally
        {
            cluster.Silos[number].Signal("-CONT");
        }

        return $"silo{number + 1} stood still for {still.TotalSeconds:0} s";
    }
}
