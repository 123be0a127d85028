using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace EduAnalytics.Testing;

/// <summary><c>edu cluster</c> with all its processes, and a PostgreSQL server that it starts.</summary>
public sealed class RunningCluster : IAsyncDisposable
{
    /// <summary>As <c>edu cluster</c> lays them out: dashboard and gateways, silos' health, silos' own two, and the metrics of the first and of the second.</summary>
    private const int PortsEach = 100;

    /// <summary>Below those that the system gives to callers, which might be taken again a moment later.</summary>
    private const int FirstPort = 20_000, LastPort = 31_000;

    private readonly HeardProgram program;

    private RunningCluster(HeardProgram program, int silos, int gateways, string data, int port)
    {
        this.program = program;
        Store = $"Host={data};Username=edu;Database=postgres";
        Dashboard = Address(port);
        Silos = [.. Enumerable.Range(1, silos).Select(number => $"silo{Text(number)}")];
        Gateways = [.. Enumerable.Range(1, gateways).Select(number => Address(port + number))];
        SiloMetrics = [.. Enumerable.Range(1, silos).Select(number => new Uri(Address(port + (5 * PortsEach) + number), "/metrics"))];
    }

    /// <summary>The database that it started, as the program's <c>--store</c> takes it.</summary>
    public string Store { get; }

    public Uri Dashboard { get; }

    public IReadOnlyList<Uri> Gateways { get; }

    /// <summary>The names of the silos, as <c>edu cluster</c> gives them.</summary>
    public IReadOnlyList<string> Silos { get; }

    /// <summary>Where each silo shows its metrics, in the order of <see cref="Silos"/>.</summary>
    public IReadOnlyList<Uri> SiloMetrics { get; }

    /// <summary>The process that a name has now.</summary>
    public int ProcessOf(string name) => ClusterProcesses.NewestOf(name, Output);

    /// <summary>All that its processes said so far.</summary>
    public string Output => program.Output;

    /// <summary>Processor time that the process which runs under a name now has taken so far.</summary>
    public TimeSpan ProcessorTimeOf(string name)
    {
        using var process = Process.GetProcessById(ClusterProcesses.NewestOf(name, Output));
        return process.TotalProcessorTime;
    }

    /// <summary>Starts it on free ports and waits until it says that it is ready.</summary>
    public static Task<RunningCluster> Start(string data, int silos, int gateways, params string[] options) =>
        Start(data, silos, gateways, new Dictionary<string, string>(), options);

    /// <param name="settings">Configuration of all its processes, as the environment gives it: <c>Gateway__MaxDepth</c>.</param>
    public static async Task<RunningCluster> Start(
        string data, int silos, int gateways, IReadOnlyDictionary<string, string> settings, params string[] options)
    {
        var port = FreePorts(silos, gateways);
        var program = HeardProgram.Launch(
            settings,
            ["cluster", "--silos", Text(silos), "--gateways", Text(gateways), "--port", Text(port), "--data", data, .. options]);
        var cluster = new RunningCluster(program, silos, gateways, data, port);
        try
        {
            await program.Next(line => line.Contains("EduAnalytics cluster is ready", StringComparison.Ordinal));
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks one process to go, and returns when the one that is started in its place is ready.</summary>
    public Task Restart(string name) => Replace("-TERM", name);

    /// <summary>Kills one process, and returns when the one that is started in its place is ready.</summary>
    public Task Kill(string name) => Replace("-KILL", name);

    /// <summary>Kills all silos in one moment, and returns when those started in their place are ready.</summary>
    public Task KillSilos() => Task.WhenAll(Silos.Select(Kill));

    /// <summary>Ctrl-C, which a terminal sends to each process by itself.</summary>
    /// <returns>The exit code of <c>edu cluster</c>, and which of the processes it started are still there.</returns>
    public async Task<(int ExitCode, IReadOnlyList<int> Left)> Interrupt()
    {
        var started = ClusterProcesses.StartedIn(Output);
        foreach (var process in started.Where(IsThere))
            HeardProgram.Signal("-INT", process);
        return (await program.Interrupt(), [.. started.Where(IsThere)]);
    }

    /// <summary>Ends all of its processes, the database among them.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!program.Process.HasExited)
        {
            HeardProgram.Signal("-TERM", program.Process.Id);
            await program.Process.WaitForExitAsync().WaitAsync(HeardProgram.Patience);
        }
        await program.DisposeAsync();
    }

    private static bool IsThere(int process) => Directory.Exists($"/proc/{process}");

    private async Task Replace(string signal, string name)
    {
        var ready = program.Next(line => ClusterProcesses.SaysReady(line, name));
        HeardProgram.Signal(signal, ClusterProcesses.NewestOf(name, Output));
        await ready;
    }

    private static int FreePorts(int silos, int gateways)
    {
        // Two test programs that start at once begin at different places.
        for (var port = FirstPort + (RunningSystem.FreePort() % (LastPort - FirstPort)); ; port = port + 1 > LastPort ? FirstPort : port + 1)
        {
            int[] needed =
            [
                .. new[] { 0, 4 }.SelectMany(block => Enumerable.Range(port + (block * PortsEach), gateways + 1)),
                .. new[] { 1, 2, 3, 5 }.SelectMany(block => Enumerable.Range(port + (block * PortsEach) + 1, silos)),
            ];
            if (needed.All(IsFree))
                return port;
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static Uri Address(int port) => new($"http://127.0.0.1:{Text(port)}");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
