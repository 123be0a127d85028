namespace EduAnalytics.Cli.Roles;

/// <summary>What a process of a cluster is there for.</summary>
internal enum Role
{
    /// <summary>Holds the org units' grains, and writes the journal.</summary>
    Silo,

    /// <summary>Answers queries and takes submissions; asks the silos.</summary>
    Gateway,

    /// <summary>Serves the pages; asks a gateway, over HTTP like any other client.</summary>
    Dashboard,
}
