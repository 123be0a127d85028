using EduAnalytics.Cli.Clusters;
using EduAnalytics.Cli.Torture.Clusters;

namespace EduAnalytics.Cli.Torture.Faults;

/// <summary>
/// A silo and then a gateway are asked to go and are started again, the second once the first is ready, as a person does it who
/// changes a setting of all of them. It is no fault of the machines, and so the one that readers should notice least.
/// </summary>
internal sealed class RollingRestart : IFault
{
    public string Name => "restart";

    public async Task<string> Strike(TorturedCluster cluster, Random moments, CancellationToken cancellationToken)
    {
        Member[] turn = [Next(cluster.Silos, moments), Next(cluster.Gateways, moments)];
        foreach (var member in turn)
            await Restart(cluster, member, cancellationToken);
        return $"{turn[0].Name}, {turn[1].Name} restarted";
    }

    /// <summary>Whoever was started least often, so that each has its turn.</summary>
    private static Member Next(IEnumerable<Member> among, Random moments) => among.OrderBy(member => member.Starts).ThenBy(_ => moments.Next()).First();

    private static async Task Restart(TorturedCluster cluster, Member member, CancellationToken cancellationToken)
    {
        var starts = member.Starts;
        member.Signal("-TERM");
        await cluster.Until(
            async () => member.Starts > starts && await member.IsReadyNow(cancellationToken), $"{member.Name} to hand over and to be ready again", cancellationToken);
    }
}
