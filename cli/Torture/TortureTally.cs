using System.Collections.Concurrent;

namespace EduAnalytics.Cli.Torture;

/// <summary>What the clients went through, for the closing line.</summary>
internal sealed class TortureTally
{
    private readonly ConcurrentDictionary<string, int> reasons = new(StringComparer.Ordinal);
    private int submissions;
    private int lines;
    private int repeated;
    private int kept;
    private int keptUnheard;
    private TaskCompletionSource nextKept = New();

    public int Submissions => submissions;

    public int Lines => lines;

    public int Repeated => repeated;

    /// <summary>Submissions told as kept.</summary>
    public int Kept => kept;

    /// <summary>Submissions whose acknowledgement was lost with the process or the connection.</summary>
    public int KeptUnheard => keptUnheard;

    /// <summary>Why no answer came, the commonest first.</summary>
    public IEnumerable<string> Reasons => reasons.OrderByDescending(reason => reason.Value).Take(3).Select(reason => $"{reason.Value} × {reason.Key}");

    /// <summary>Completes when one more submission was told as kept.</summary>
    public Task NextKept => Volatile.Read(ref nextKept).Task;

    public void OnKept()
    {
        Interlocked.Increment(ref kept);
        Interlocked.Exchange(ref nextKept, New()).TrySetResult();
    }

    public void OnSent(int count)
    {
        Interlocked.Increment(ref submissions);
        Interlocked.Add(ref lines, count);
    }

    public void OnRepeated() => Interlocked.Increment(ref repeated);

    public void OnKeptUnheard() => Interlocked.Increment(ref keptUnheard);

    public void OnUnanswered(string reason) => reasons.AddOrUpdate(reason, 1, (_, count) => count + 1);

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
