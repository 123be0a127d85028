using System.Globalization;

namespace EduAnalytics.Cli.Torture.Readers;

/// <summary>What the readers went through since the last look: answers, and the longest time that one of them had none.</summary>
internal sealed class Reading(TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, long> answeredAt = new(StringComparer.Ordinal);
    private TimeSpan longest;
    private int answers;
    private int failures;
    private int behind;

    public void Begin(string reader)
    {
        lock (gate)
            answeredAt[reader] = time.GetTimestamp();
    }

    public void OnAnswer(string reader)
    {
        lock (gate)
        {
            answers++;
            longest = Longer(time.GetElapsedTime(answeredAt[reader]));
            answeredAt[reader] = time.GetTimestamp();
        }
    }

    public void OnFailure()
    {
        lock (gate)
            failures++;
    }

    /// <summary>An answer was older than what another reader had been told before it was asked for.</summary>
    public void OnBehindAnother()
    {
        lock (gate)
            behind++;
    }

    /// <summary>What was seen since the last call. A wait that goes on counts up to now, and goes on.</summary>
    public ReadingSeen Take()
    {
        lock (gate)
        {
            foreach (var since in answeredAt.Values)
                longest = Longer(time.GetElapsedTime(since));
            var seen = new ReadingSeen(answers, failures, longest, behind);
            (answers, failures, longest, behind) = (0, 0, TimeSpan.Zero, 0);
            return seen;
        }
    }

    private TimeSpan Longer(TimeSpan waited) => waited > longest ? waited : longest;
}

/// <param name="Answers">Comparisons answered.</param>
/// <param name="Failures">Comparisons that were refused, or not answered in time.</param>
/// <param name="LongestGap">The longest time between two answers to one reader.</param>
/// <param name="Behind">Answers that were older than what another reader had been told before.</param>
internal sealed record ReadingSeen(int Answers, int Failures, TimeSpan LongestGap, int Behind)
{
    /// <summary>What these readers and others went through together.</summary>
    public ReadingSeen With(ReadingSeen others) => new(
        Answers + others.Answers, Failures + others.Failures, LongestGap > others.LongestGap ? LongestGap : others.LongestGap, Behind + others.Behind);

    /// <param name="readers">Who reads, for the sentence that says who waited.</param>
    /// <param name="most">The longest time without an answer that is allowed for.</param>
    /// <exception cref="TortureFailedException">One of them had no comparison for longer.</exception>
    public void RequireGapWithin(TimeSpan most, string readers)
    {
        if (LongestGap > most)
            throw new TortureFailedException(string.Create(
                CultureInfo.InvariantCulture, $"{readers} had no comparison for {LongestGap.TotalSeconds:0.0} s; {most.TotalSeconds:0} s are allowed for."));
    }
}
