using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace EduAnalytics.Testing;

/// <summary>The whole system as a process of its own, started as a user starts it.</summary>
public sealed class RunningSystem : IAsyncDisposable
{
    private readonly HeardProgram program;

    private RunningSystem(HeardProgram program, int port)
    {
        this.program = program;
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        Http = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public int ProcessId => program.Process.Id;

    /// <summary>What the process holds of the machine's memory now, in bytes.</summary>
    public long ResidentBytes
    {
        get
        {
            program.Process.Refresh();
            return program.Process.WorkingSet64;
        }
    }

    /// <summary>Processor time that the process has used so far, of all cores together.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            program.Process.Refresh();
            return program.Process.TotalProcessorTime;
        }
    }

    public string Output => program.Output;

    /// <summary>Starts <c>edu up</c> on a free port and waits until it says that it is ready.</summary>
    public static Task<RunningSystem> Start(string dataDirectory, params string[] options) =>
        Start(dataDirectory, new Dictionary<string, string>(), options);

    /// <param name="settings">Configuration, as the environment gives it: <c>Gateway__MaxDepth</c>.</param>
    public static Task<RunningSystem> Start(string dataDirectory, IReadOnlyDictionary<string, string> settings, params string[] options) =>
        UntilReady(FreePort(), dataDirectory, options, settings);

    /// <summary>Starts it at the port of one that is gone, whose clients look for it there.</summary>
    public static Task<RunningSystem> StartAt(int port, string dataDirectory, params string[] options) =>
        UntilReady(port, dataDirectory, options, new Dictionary<string, string>());

    private static async Task<RunningSystem> UntilReady(
        int port, string dataDirectory, string[] options, IReadOnlyDictionary<string, string> settings)
    {
        var system = new RunningSystem(Launch(port, dataDirectory, options, settings), port);
        try
        {
            await system.program.Next(line => line.Contains("EduAnalytics is ready", StringComparison.Ordinal));
            return system;
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts <c>edu up</c> where it is expected to refuse, and returns its exit code with all it said.</summary>
    public static async Task<(int ExitCode, string Output)> StartInVain(int port, string dataDirectory, params string[] options)
    {
        await using var program = Launch(port, dataDirectory, options, new Dictionary<string, string>());
        await program.Process.WaitForExitAsync().WaitAsync(HeardProgram.Patience);
        program.Process.WaitForExit();
        return (program.Process.ExitCode, program.Output);
    }

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>Sends a GraphQL request by POST and returns <c>data</c>; errors fail the test.</summary>
    public async Task<JsonElement> Query(string query, object? variables = null)
    {
        var answer = await Answer(query, variables);
        if (answer.TryGetProperty("errors", out var errors))
            throw new InvalidOperationException($"GraphQL errors: {errors}");
        return answer.GetProperty("data");
    }

    /// <summary>Sends a GraphQL request by POST and returns the whole answer.</summary>
    public async Task<JsonElement> Answer(string query, object? variables = null)
    {
        using var response = await Http.PostAsJsonAsync("/graphql", new { query, variables });
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public Task Kill() => program.Kill();

    /// <summary>Ctrl-C, as a terminal sends it.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> Interrupt() => program.Interrupt();

    public async ValueTask DisposeAsync()
    {
        await program.DisposeAsync();
        Http.Dispose();
    }

    private static HeardProgram Launch(int port, string dataDirectory, string[] options, IReadOnlyDictionary<string, string> settings) =>
        HeardProgram.Launch(settings, ["up", "--port", port.ToString(CultureInfo.InvariantCulture), "--data", dataDirectory, .. options]);
}
