namespace EduAnalytics.Cli.Roles;

/// <summary>
/// Where one process of a cluster stands and how it finds the others; section <c>EduAnalytics:Cluster</c>. The database is the
/// journal's (<c>EduAnalytics:Journal:Store</c>), for membership too.
/// </summary>
internal sealed class RoleOptions
{
    public const string Section = "EduAnalytics:Cluster";

    /// <summary>The cluster's name. Several may share a database; silos and gateways of one name belong together.</summary>
    public string Name { get; set; } = "edu";

    /// <summary>The port for pages, GraphQL or, of a silo, health alone.</summary>
    public int Port { get; set; } = 8080;

    /// <summary>This machine's address to listen at with that port.</summary>
    public string Bind { get; set; } = "127.0.0.1";

    /// <summary>Whether a silo lays out and upgrades the tables when it starts. False where <c>edu migrate</c> does, by another user.</summary>
    public bool Migrate { get; set; } = true;

    /// <summary>A silo's name in logs and on the cluster's own pages; empty for the machine's name and the port.</summary>
    public string Silo { get; set; } = "";

    /// <summary>Where other silos and gateways reach a silo: an IP address, or a name that stands for one.</summary>
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>The port at which a silo hears other silos.</summary>
    public int SiloPort { get; set; } = 11_111;

    /// <summary>The port at which a silo hears gateways.</summary>
    public int ClientPort { get; set; } = 30_000;

    /// <summary>
    /// For how many seconds a unit's newest row may wait to be taken by its parent before the silo says that it is not ready.
    /// More than a killed silo's units need to live elsewhere, or one failure would look like two.
    /// </summary>
    public int LongestRollUpLagSeconds { get; set; } = 60;

    /// <summary>
    /// After how many seconds without a sign of life a silo is taken for dead, the same for all silos and gateways of a
    /// cluster. Fewer bring its units back sooner, and cost a silo its place for a shorter standstill.
    /// </summary>
    public int SilenceSeconds { get; set; } = 12;

    /// <summary>
    /// Whether a gateway holds answers of districts and cities and asks their grains only whether they still hold. False sends
    /// each reader's question to the grain itself.
    /// </summary>
    public bool Replicas { get; set; } = true;

    /// <summary>Where a dashboard finds the gateway; where there are several, their addresses with semicolons between.</summary>
    public string Gateway { get; set; } = "http://127.0.0.1:8081";

    /// <summary>The addresses of <see cref="Gateway"/>, which has been checked.</summary>
    public IReadOnlyList<Uri> Gateways => [.. GatewayTexts.Select(address => new Uri(address))];

    /// <summary>The same as they were given.</summary>
    public IReadOnlyList<string> GatewayTexts => Gateway.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>
    /// The directory with the keys of sessions and pages, the same for all gateways and dashboards; empty to keep them in
    /// memory, which does where nobody signs in.
    /// </summary>
    public string Keys { get; set; } = "";
}
