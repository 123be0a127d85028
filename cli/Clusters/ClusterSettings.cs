namespace EduAnalytics.Cli.Clusters;

/// <param name="Silos">How many silos, 1 or more.</param>
/// <param name="Gateways">How many gateways, 1 or more; the dashboard asks one of them, and the next where it cannot be reached.</param>
/// <param name="Port">The dashboard's port. The gateways' follow it, then the silos' health, and their own ports.</param>
/// <param name="Data">The directory of the keys, and of the database where none is given.</param>
/// <param name="Store">A PostgreSQL database; null to start one.</param>
/// <param name="Empty">True to leave an empty journal empty.</param>
/// <param name="SignIn">Whether callers must show an API token.</param>
internal sealed record ClusterSettings(int Silos, int Gateways, int Port, string Data, string? Store, bool Empty, bool SignIn)
{
    private const int PortsEach = 100;

    public string Keys => Path.Combine(Path.GetFullPath(Data), "keys");

    public int GatewayPort(int number) => Port + number;

    public int SiloHealthPort(int number) => Port + PortsEach + number;

    public int SiloPort(int number) => Port + (2 * PortsEach) + number;

    public int ClientPort(int number) => Port + (3 * PortsEach) + number;

    /// <summary>The port of the metrics of the process that answers at <paramref name="port"/>.</summary>
    public static int MetricsPort(int port) => port + (4 * PortsEach);
}
