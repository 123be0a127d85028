using EduAnalytics.Cli.Clusters;
using EduAnalytics.Cli.Torture.Clusters;

namespace EduAnalytics.Cli.Torture.Faults;

/// <summary>A process ends without a word, and whatever watches over it starts it again.</summary>
/// <param name="name">The fault's one word.</param>
/// <param name="processes">Those of which one is struck.</param>
internal sealed class ProcessKill(string name, Func<TorturedCluster, IReadOnlyList<Member>> processes) : IFault
{
    public string Name => name;

    public async Task<string> Strike(TorturedCluster cluster, Random moments, CancellationToken cancellationToken)
    {
        var among = processes(cluster);
        var struck = among[moments.Next(among.Count)];
        var starts = struck.Starts;
        struck.Signal("-KILL");
        await cluster.Until(() => Task.FromResult(struck.Starts > starts), $"{struck.Name} to be started again", cancellationToken);
        return $"{struck.Name} killed";
    }
}
