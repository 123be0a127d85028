using System.Collections.Concurrent;
using System.Diagnostics;
using EduAnalytics.Cli.Starting;

namespace EduAnalytics.Cli.Clusters;

/// <summary>
/// One process of the cluster. It is started again when it ends by itself or is ended from outside, as compose and Kubernetes
/// do it, until it is asked to go.
/// </summary>
/// <param name="name">Before each line that it says.</param>
/// <param name="arguments">The program's.</param>
/// <param name="settings">More for its environment.</param>
/// <param name="port">Where it answers for its health.</param>
internal sealed class Member(string name, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> settings, int port)
{
    private static readonly TimeSpan betweenStarts = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan betweenLooks = TimeSpan.FromMilliseconds(200);

    /// <summary>A little longer than a silo takes at the most to hand over.</summary>
    private static readonly TimeSpan longestGoing = TimeSpan.FromSeconds(35);

    private static readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(5) };

    /// <summary>So often it may end before it was ever ready. A silo that starts beside the remains of others may need a second try.</summary>
    private const int MostStartsInVain = 5;

    private readonly Lock gate = new();

    /// <summary>Why it could not begin, as it said itself.</summary>
    private readonly ConcurrentQueue<string> reasons = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int? processId;
    private bool isGoing;
    private Task running = Task.CompletedTask;

    /// <summary>The IP address at which it answers for its health.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>The words of a command that becomes the program, such as one that enters a network namespace first; empty for none.</summary>
    public IReadOnlyList<string> Within { get; init; } = [];

    /// <summary>Where all that it says goes; null for this program's own output and complaints.</summary>
    public TextWriter? Log { get; init; }

    public string Name => name;

    /// <summary>How often it was started so far.</summary>
    public int Starts { get; private set; }

    public Uri Address => new($"http://{Host}:{port}");

    public void Start() => running = Keep();

    /// <summary>Returns once it is ready for the first time.</summary>
    /// <exception cref="StartRefusedException">It refused, or ended again and again; the message says why.</exception>
    public Task Ready(CancellationToken ending) => ready.Task.WaitAsync(ending);

    /// <summary>Whether it says at this moment that it is ready.</summary>
    public Task<bool> IsReadyNow(CancellationToken ending) => IsReady(ending);

    /// <summary>Sends a signal to the process that runs now, such as -KILL; nothing where none runs.</summary>
    public void Signal(string signal)
    {
        lock (gate)
            if (processId is { } id)
                Send(signal, id);
    }

    /// <summary>Asks it to go, and waits until it has handed over.</summary>
    public async Task Stop()
    {
        StartNoMore();
        Signal("-TERM");
        try
        {
            await running.WaitAsync(longestGoing);
        }
        catch (TimeoutException)
        {
            Console.Error.WriteLine($"edu cluster: {name} did not go by itself and is killed.");
            Signal("-KILL");
            await running;
        }
    }

    /// <summary>Ctrl-C in a terminal reaches each process by itself; none of them is to come again then.</summary>
    public void StartNoMore()
    {
        lock (gate)
            isGoing = true;
    }

    private async Task Keep()
    {
        for (var starts = 0; Begin(starts) is { } begun; starts++)
        {
            using (begun)
            using (var ended = new CancellationTokenSource())
            {
                var watching = SayWhenReady(ended.Token);
                await begun.WaitForExitAsync();
                lock (gate)
                    processId = null;
                await ended.CancelAsync();
                await watching;
                if (WhyGivenUp(begun.ExitCode, starts) is { } why)
                {
                    ready.TrySetException(new StartRefusedException(why));
                    return;
                }
            }
            if (!isGoing)
                await Task.Delay(betweenStarts);
        }
    }

    /// <summary>Null where it is started again: once it was ready, whatever ends it may pass.</summary>
    private string? WhyGivenUp(int exitCode, int starts)
    {
        if (ready.Task.IsCompleted)
            return null;
        if (exitCode == ExitCodes.Refused && starts == 0)
            return $"{name} did not start: {string.Join(" ", reasons)}";
        return starts + 1 < MostStartsInVain
            ? null
            : $"{name} ended {MostStartsInVain} times before it was ready, the last time with exit code {exitCode}; what it said is {(Log is null ? "above" : "in the log")}.";
    }

    /// <summary>Whoever restarts one after the other goes by this word.</summary>
    private async Task SayWhenReady(CancellationToken ended)
    {
        try
        {
            while (!await IsReady(ended))
                await Task.Delay(betweenLooks, ended);
            Say(Log ?? Console.Out, "is ready");
            ready.TrySetResult();
        }
        catch (OperationCanceledException)
        {
            // It ended before.
        }
    }

    /// <summary>Null where it is to go.</summary>
    private Process? Begin(int starts)
    {
        lock (gate)
        {
            if (isGoing)
                return null;
            string[] words = [.. Within, Environment.ProcessPath!, .. ProgramFirst, .. arguments];
            var start = new ProcessStartInfo(words[0], words[1..])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            foreach (var (key, value) in settings)
                start.Environment[key] = value;

            // Its lines are read at this terminal.
            start.Environment.TryAdd("Logging__Console__FormatterName", "simple");
            var process = new Process { StartInfo = start };
            process.OutputDataReceived += (_, line) => Say(Log ?? Console.Out, line.Data);
            process.ErrorDataReceived += (_, line) => Complain(line.Data);
            process.Start();
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            processId = process.Id;
            Starts++;
            (Log ?? Console.Out).WriteLine($"{name,-10} process {process.Id}{(starts == 0 ? "" : ", started again")}, {Address}health/ready");
            return process;
        }
    }

    /// <summary>Under <c>dotnet edu.dll</c> the process is dotnet's, and the program its first argument.</summary>
    private static IEnumerable<string> ProgramFirst =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath!).Equals("dotnet", StringComparison.OrdinalIgnoreCase) ? [typeof(Member).Assembly.Location] : [];

    private void Say(TextWriter to, string? line)
    {
        if (!string.IsNullOrEmpty(line))
            to.WriteLine($"{name,-10} {line}");
    }

    private void Complain(string? line)
    {
        if (line?.StartsWith(Refusal.Mark, StringComparison.Ordinal) == true)
            reasons.Enqueue(line[Refusal.Mark.Length..]);
        Say(Log ?? Console.Error, line);
    }

    private async Task<bool> IsReady(CancellationToken ending)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(Address, "/health/ready"), ending);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception silence) when (silence is HttpRequestException or TaskCanceledException && !ending.IsCancellationRequested)
        {
            return false;
        }
    }

    private static void Send(string signal, int id)
    {
        using var kill = Process.Start("kill", [signal, $"{id}"]);
        kill.WaitForExit();
    }
}
