using EduAnalytics.Cli.Torture.Clusters;

namespace EduAnalytics.Cli.Torture.Faults;

/// <summary>The database server ends in the midst of writes, all its connections with it, and is started again.</summary>
internal sealed class DatabaseCrash : IFault
{
    public string Name => "database";

    public async Task<string> Strike(TorturedCluster cluster, Random moments, CancellationToken cancellationToken)
    {
        await cluster.Database.CrashAndRestart(cancellationToken);
        return "database crashed, restarted";
    }
}
