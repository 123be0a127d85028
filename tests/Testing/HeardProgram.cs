using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace EduAnalytics.Testing;

/// <summary>The program as a process of its own, whose every line is heard.</summary>
internal sealed class HeardProgram : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly StringBuilder output = new();
    private readonly ConcurrentDictionary<Waiter, bool> waiters = new();

    private HeardProgram(Process process) => Process = process;

    public Process Process { get; }

    /// <summary>All that it said so far.</summary>
    public string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    /// <param name="settings">Configuration, as the environment gives it: <c>Gateway__MaxDepth</c>.</param>
    public static HeardProgram Launch(IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        foreach (var (key, value) in settings)
            start.Environment[key] = value;
        var program = new HeardProgram(new Process { StartInfo = start });
        program.Process.OutputDataReceived += (_, line) => program.Hear(line.Data);
        program.Process.ErrorDataReceived += (_, line) => program.Hear(line.Data);
        program.Process.Start();
        program.Process.BeginOutputReadLine();
        program.Process.BeginErrorReadLine();
        return program;
    }

    /// <summary>The next line from now on that fits. To be asked for before whatever makes the program say it.</summary>
    /// <exception cref="InvalidOperationException">It ended before; the message holds all that it said.</exception>
    public async Task<string> Next(Predicate<string> fits)
    {
        var waiter = new Waiter(fits);
        waiters.TryAdd(waiter, true);
        var ended = Process.WaitForExitAsync();
        if (await Task.WhenAny(waiter.Line, ended).WaitAsync(Patience) == ended && !waiter.Line.IsCompleted)
            throw new InvalidOperationException($"The program ended with {Process.ExitCode} before it said what was waited for:\n{Output}");
        return await waiter.Line;
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task Kill()
    {
        Process.Kill(entireProcessTree: true);
        await Process.WaitForExitAsync();
    }

    /// <summary>Ctrl-C, as a terminal sends it.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> Interrupt()
    {
        Signal("-INT", Process.Id);
        await Process.WaitForExitAsync().WaitAsync(Patience);
        Process.WaitForExit();
        return Process.ExitCode;
    }

    /// <summary>Sends a signal to this process, or to one that it started.</summary>
    public static void Signal(string signal, int process)
    {
        using var kill = Process.Start("kill", [signal, process.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public async ValueTask DisposeAsync()
    {
        if (!Process.HasExited)
            await Kill();
        Process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (output)
            output.AppendLine(line);
        foreach (var waiter in waiters.Keys)
            if (waiter.Hear(line))
                waiters.TryRemove(waiter, out _);
    }

    private sealed class Waiter(Predicate<string> fits)
    {
        private readonly TaskCompletionSource<string> line = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Line => line.Task;

        public bool Hear(string said) => fits(said) && line.TrySetResult(said);
    }
}
