using System.Diagnostics;
using System.Globalization;
using EduAnalytics.Cli.Up;

namespace EduAnalytics.Cli.Torture;

/// <summary>The real system in a process of its own, started with <c>edu up</c> and ended with SIGKILL.</summary>
internal sealed class Victim : IAsyncDisposable
{
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan betweenLaunches = TimeSpan.FromMilliseconds(200);

    private readonly TortureSettings settings;
    private readonly int port = Ports.FindFree();
    private readonly Queue<string> lastWords = new();
    private Process? process;
    private volatile TaskCompletionSource ready = New();

    public Victim(TortureSettings settings) => this.settings = settings;

    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/graphql"));

    /// <summary>Completes when the system is there, again after each kill.</summary>
    public Task Ready => ready.Task;

    public void Launch() => process = LaunchProcess();

    /// <summary>
    /// Waits until the system is there. Where its database is killed too it may find none and end; it is launched again, as
    /// whatever watches over it would do.
    /// </summary>
    /// <exception cref="TortureFailedException">The system does not come up.</exception>
    public async Task WaitUntilReady(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        try
        {
            while (await Task.WhenAny(Ready, process!.WaitForExitAsync(limit.Token)).WaitAsync(limit.Token) != Ready)
            {
                if (settings.Store is null)
                    throw new TortureFailedException($"The system ended with {process.ExitCode} instead of getting ready.{Said()}");
                process.Dispose();
                await Task.Delay(betweenLaunches, limit.Token);
                Launch();
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TortureFailedException($"The system was not ready after {patience.TotalSeconds:0} s.{Said()}");
        }
    }

    /// <summary>No handler runs, nothing is flushed.</summary>
    public async Task Kill()
    {
        if (!process!.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;

        // Whoever waits for one that was killed before it was ready waits for the next one.
        if (ready.Task.IsCompleted)
            ready = New();
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
            await Kill();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Process LaunchProcess()
    {
        // This program again: run by itself, or by `dotnet` with its assembly.
        var program = Environment.ProcessPath!;
        var assembly = Environment.GetCommandLineArgs()[0];
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
            start.ArgumentList.Add(assembly);
        foreach (var argument in new[] { "up", "--port", port.ToString(CultureInfo.InvariantCulture), "--data", settings.Data })
            start.ArgumentList.Add(argument);
        if (settings.Store is { } store)
        {
            start.ArgumentList.Add("--store");
            start.ArgumentList.Add(store);
        }

        var launched = new Process { StartInfo = start };
        launched.OutputDataReceived += (_, line) => Hear(line.Data);
        launched.ErrorDataReceived += (_, line) => Hear(line.Data);
        launched.Start();
        launched.BeginOutputReadLine();
        launched.BeginErrorReadLine();
        return launched;
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (lastWords)
        {
            lastWords.Enqueue(line);
            if (lastWords.Count > 30)
                lastWords.Dequeue();
        }

        if (line.Contains("EduAnalytics is ready", StringComparison.Ordinal))
            ready.TrySetResult();
    }

    private string Said()
    {
        lock (lastWords)
            return $" It said:{Environment.NewLine}{string.Join(Environment.NewLine, lastWords)}";
    }
}

/// <summary>The torture found what must not be, or could not be carried out; the message says what.</summary>
internal sealed class TortureFailedException(string message) : Exception(message);
