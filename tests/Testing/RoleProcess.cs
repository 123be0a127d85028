using System.Globalization;

namespace EduAnalytics.Testing;

/// <summary>One role of a cluster as a process of its own, started as compose starts it.</summary>
public sealed class RoleProcess : IAsyncDisposable
{
    private readonly HeardProgram program;

    private RoleProcess(HeardProgram program, int port)
    {
        this.program = program;
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
    }

    /// <summary>Where it answers: for health alone, if it is a silo.</summary>
    public Uri Address { get; }

    /// <summary>What it wrote so far.</summary>
    public IReadOnlyList<string> Lines => program.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Starts <c>edu ROLE</c> on a free port and waits until it says that it runs.</summary>
    /// <param name="settings">Configuration, as the environment gives it.</param>
    public static async Task<RoleProcess> Start(string role, IReadOnlyDictionary<string, string> settings, params string[] options)
    {
        var port = RunningSystem.FreePort();
        var started = new RoleProcess(
            HeardProgram.Launch(settings, [role, "--port", port.ToString(CultureInfo.InvariantCulture), .. options]), port);
        await started.Line(line => line.Contains("runs;", StringComparison.Ordinal));
        return started;
    }

    /// <summary>The first line of the wanted kind that it wrote or will write.</summary>
    public async Task<string> Line(Predicate<string> wanted)
    {
        // Asked for before it is looked for, or a line between the two would be missed.
        var next = program.Next(wanted);
        return Lines.FirstOrDefault(line => wanted(line)) ?? await next;
    }

    /// <summary>SIGTERM, as whatever keeps processes sends it; returns the exit code when it has gone.</summary>
    public async Task<int> Terminate()
    {
        HeardProgram.Signal("-TERM", program.Process.Id);
        await program.Process.WaitForExitAsync().WaitAsync(HeardProgram.Patience);
        return program.Process.ExitCode;
    }

    public ValueTask DisposeAsync() => program.DisposeAsync();
}
