using System.Diagnostics;
using System.Globalization;

namespace EduAnalytics.Testing;

/// <summary>One role of a cluster as a process of its own, started as compose starts it.</summary>
public sealed class RoleProcess : IAsyncDisposable
{
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly Lock gate = new();
    private readonly List<string> lines = [];
    private readonly List<(Func<string, bool> Wanted, TaskCompletionSource<string> Found)> waiting = [];

    private RoleProcess(Process process, int port)
    {
        this.process = process;
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
    }

    /// <summary>Where it answers: for health alone, if it is a silo.</summary>
    public Uri Address { get; }

    /// <summary>What it wrote on standard output so far.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (gate)
                return [.. lines];
        }
    }

    /// <summary>Starts <c>edu ROLE</c> on a free port and waits until it says that it runs.</summary>
    /// <param name="settings">Configuration, as the environment gives it.</param>
    public static async Task<RoleProcess> Start(string role, IReadOnlyDictionary<string, string> settings, params string[] options)
    {
        var port = RunningSystem.FreePort();
        var start = new ProcessStartInfo("dotnet", [Repository.Program, role, "--port", port.ToString(CultureInfo.InvariantCulture), .. options])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        foreach (var (key, value) in settings)
            start.Environment[key] = value;
        var started = new RoleProcess(new Process { StartInfo = start }, port);
        started.process.OutputDataReceived += (_, line) => started.Hear(line.Data);
        started.process.Start();
        started.process.BeginOutputReadLine();
        var complaints = started.process.StandardError.ReadToEndAsync();
        var ended = started.process.WaitForExitAsync();
        var runs = started.Line(line => line.Contains("runs;", StringComparison.Ordinal));
        if (await Task.WhenAny(runs, ended) == ended)
            throw new InvalidOperationException($"edu {role} ended before it ran:\n{await complaints}{string.Join('\n', started.Lines)}");
        await runs;
        return started;
    }

    /// <summary>The first line that it wrote, or will write, of the wanted kind.</summary>
    public Task<string> Line(Func<string, bool> wanted)
    {
        lock (gate)
        {
            if (lines.Find(line => wanted(line)) is { } known)
                return Task.FromResult(known);
            var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Add((wanted, found));
            return found.Task.WaitAsync(patience);
        }
    }

    /// <summary>SIGTERM, as whatever keeps processes sends it; returns when it has gone.</summary>
    public async Task<int> Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync().WaitAsync(patience);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
        process.Dispose();
    }

    private void Hear(string? line)
    {
        if (string.IsNullOrEmpty(line))
            return;
        lock (gate)
        {
            lines.Add(line);
            foreach (var (wanted, found) in waiting)
                if (wanted(line))
                    found.TrySetResult(line);
        }
    }
}
