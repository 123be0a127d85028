using EduAnalytics.Cli.Torture.Clusters;

namespace EduAnalytics.Cli.Torture.Faults;

/// <summary>
/// Two silos cannot reach each other, while everyone else reaches both, and both reach the database. One of them has to go,
/// and cannot come back before the cut is mended.
/// </summary>
internal sealed class NetworkCut(TimeProvider time) : IFault
{
    /// <summary>Long enough for the one that went to have tried to come back.</summary>
    private static readonly TimeSpan oneGoneFor = TimeSpan.FromSeconds(8);

    public string Name => "network";

    public async Task<string> Strike(TorturedCluster cluster, Random moments, CancellationToken cancellationToken)
    {
        // A silo that came back holds little until others go; the two that have been there longest have the most to say to each other.
        var oldest = Enumerable.Range(0, cluster.Silos.Count).OrderBy(silo => cluster.Silos[silo].Starts).ThenBy(_ => moments.Next()).ToList();
        var (one, other) = (oldest[0], oldest[1]);
        var (name, otherName, begun) = (TorturedCluster.NameOf(one), TorturedCluster.NameOf(other), time.GetTimestamp());
        await cluster.Network.Cut(one, other);
        try
        {
            await cluster.Until(
                async () => !await cluster.IsMember(one, cancellationToken) || !await cluster.IsMember(other, cancellationToken),
                $"{name} or {otherName}, which do not reach each other, to be given up",
                cancellationToken);
            await Task.Delay(oneGoneFor, time, cancellationToken);
        }
        finally
        {
            await cluster.Network.Heal();
        }

        return $"{name}, {otherName} apart for {time.GetElapsedTime(begun).TotalSeconds:0} s";
    }
}
