using EduAnalytics.Cli.Torture.Clusters;

namespace EduAnalytics.Cli.Torture.Faults;

/// <summary>Two silos cannot reach each other, while everyone else reaches both, and both reach the database.</summary>
internal sealed class NetworkCut(TimeProvider time) : IFault
{
    /// <summary>Long enough for the silos to draw their conclusion and for calls between the two to run into it.</summary>
    private static readonly TimeSpan apart = TimeSpan.FromSeconds(25);

    public string Name => "network";

    public async Task<string> Strike(TorturedCluster cluster, Random moments, CancellationToken cancellationToken)
    {
        var one = moments.Next(cluster.Silos.Count);
        var other = (one + 1 + moments.Next(cluster.Silos.Count - 1)) % cluster.Silos.Count;
        await cluster.Network.Cut(one, other);
        try
        {
            await Task.Delay(apart, time, cancellationToken);
        }
        finally
        {
            await cluster.Network.Heal();
        }

        return $"silo{one + 1} and silo{other + 1} apart for {apart.TotalSeconds:0} s";
    }
}
