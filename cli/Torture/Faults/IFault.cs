using EduAnalytics.Cli.Torture.Clusters;

namespace EduAnalytics.Cli.Torture.Faults;

/// <summary>Something that happens to a running cluster.</summary>
internal interface IFault
{
    /// <summary>One word, for the command line.</summary>
    string Name { get; }

    /// <summary>Lets it happen, and ends it where it does not end by itself. The cluster may take longer to be whole again.</summary>
    /// <returns>What it struck, for the table.</returns>
    Task<string> Strike(TorturedCluster cluster, Random moments, CancellationToken cancellationToken);
}
