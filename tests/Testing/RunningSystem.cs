using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace EduAnalytics.Testing;

/// <summary>The whole system as a process of its own, started as a user starts it.</summary>
public sealed class RunningSystem : IAsyncDisposable
{
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(5);

    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningSystem(Process process, int port)
    {
        this.process = process;
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        Http = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public int ProcessId => process.Id;

    /// <summary>What the process holds of the machine's memory now, in bytes.</summary>
    public long ResidentBytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>Processor time that the process has used so far, of all cores together.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    /// <summary>Starts <c>edu up</c> on a free port and waits until it says that it is ready.</summary>
    public static Task<RunningSystem> Start(string dataDirectory, params string[] options) =>
        Start(dataDirectory, new Dictionary<string, string>(), options);

    /// <param name="settings">Configuration, as the environment gives it: <c>Gateway__MaxDepth</c>.</param>
    public static Task<RunningSystem> Start(string dataDirectory, IReadOnlyDictionary<string, string> settings, params string[] options) =>
        UntilReady(Launch(FreePort(), dataDirectory, options, settings));

    /// <summary>Starts it at the port of one that is gone, whose clients look for it there.</summary>
    public static Task<RunningSystem> StartAt(int port, string dataDirectory, params string[] options) =>
        UntilReady(Launch(port, dataDirectory, options));

    private static async Task<RunningSystem> UntilReady(RunningSystem system)
    {
        var ended = system.process.WaitForExitAsync();
        var first = await Task.WhenAny(system.ready.Task, ended).WaitAsync(patience);
        if (first == ended)
            throw new InvalidOperationException($"The system ended before it was ready:\n{system.Output}");
        return system;
    }

    /// <summary>Starts <c>edu up</c> where it is expected to refuse, and returns its exit code with all it said.</summary>
    public static async Task<(int ExitCode, string Output)> StartInVain(int port, string dataDirectory, params string[] options)
    {
        await using var system = Launch(port, dataDirectory, options);
        await system.process.WaitForExitAsync().WaitAsync(patience);
        system.process.WaitForExit();
        return (system.process.ExitCode, system.Output);
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
    public async Task Kill()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    /// <summary>Ctrl-C, as a terminal sends it.</summary>
    public async Task<int> Interrupt()
    {
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync().WaitAsync(patience);
        process.WaitForExit();
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await Kill();
        process.Dispose();
        Http.Dispose();
    }

    private static RunningSystem Launch(int port, string dataDirectory, string[] options, IReadOnlyDictionary<string, string>? settings = null)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        foreach (var argument in new[] { Repository.Program, "up", "--port", port.ToString(CultureInfo.InvariantCulture), "--data", dataDirectory }.Concat(options))
            start.ArgumentList.Add(argument);
        foreach (var (key, value) in settings ?? new Dictionary<string, string>())
            start.Environment[key] = value;
        var system = new RunningSystem(new Process { StartInfo = start }, port);
        system.process.OutputDataReceived += (_, line) => system.Hear(line.Data);
        system.process.ErrorDataReceived += (_, line) => system.Hear(line.Data);
        system.process.Start();
        system.process.BeginOutputReadLine();
        system.process.BeginErrorReadLine();
        return system;
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (output)
            output.AppendLine(line);
        if (line.Contains("EduAnalytics is ready", StringComparison.Ordinal))
            ready.TrySetResult();
    }
}
