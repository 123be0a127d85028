using System.Globalization;

namespace EduAnalytics.Cli.Simulate;

/// <summary>Lines sent and what became of them, told on one line a second.</summary>
internal sealed class SimulationTally(TextWriter output)
{
    private readonly HashSet<string> reasonsTold = new(StringComparer.Ordinal);
    private int sent;
    private int refused;
    private int failed;

    public int Accepted { get; private set; }

    public void OnSent(int lines) => sent += lines;

    public void OnOutcome(SimulatedOutcome outcome)
    {
        var lines = outcome.Submission.Lines.Count;
        switch (outcome)
        {
            case SimulatedOutcome.Accepted:
                Accepted += lines;
                break;
            case SimulatedOutcome.Refused because:
                refused += lines;
                TellOnce($"refused: {because.Why}");
                break;
            case SimulatedOutcome.Failed because:
                failed += lines;
                TellOnce($"no answer: {because.Why}");
                break;
        }
    }

    public void Tell(TimeSpan elapsed) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{elapsed.TotalSeconds,6:0} s   sent {sent}   accepted {Accepted}   refused {refused}   failed {failed}   {Accepted / Math.Max(0.001, elapsed.TotalSeconds):0.0} a second"));

    /// <summary>The same reason a thousand times is one reason; names and numbers in it are not compared.</summary>
    private void TellOnce(string reason)
    {
        const int MostReasons = 20;
        if (reasonsTold.Count < MostReasons && reasonsTold.Add(reason))
            output.WriteLine($"         {reason}");
    }
}
