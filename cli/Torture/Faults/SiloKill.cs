using EduAnalytics.Cli.Torture.Clusters;

namespace EduAnalytics.Cli.Torture.Faults;

/// <summary>A silo ends without a word, and whatever watches over it starts it again.</summary>
internal sealed class SiloKill : IFault
{
    public string Name => "kill";

    public async Task<string> Strike(TorturedCluster cluster, Random moments, CancellationToken cancellationToken)
    {
        var number = moments.Next(cluster.Silos.Count);
        var name = TorturedCluster.NameOf(number);
        var silo = cluster.Silos[number];
        var starts = silo.Starts;
        silo.Signal("-KILL");
        await cluster.Until(() => Task.FromResult(silo.Starts > starts), $"{name} to be started again", cancellationToken);
        return $"{name} killed";
    }
}
