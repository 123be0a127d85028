using EduAnalytics.Cli.Simulate;

namespace EduAnalytics.Cli.Torture.Readers;

/// <summary>
/// A reader of one gateway, or of a dashboard, who asks for the comparison, one question after the other, and holds each answer
/// against the one before.
/// </summary>
internal sealed class TotalsReader(string name, GraphQLEndpoint gateway, TotalsQuestion question, Sightings sightings, Reading reading)
{
    private static readonly TimeSpan betweenQuestions = TimeSpan.FromMilliseconds(50);

    private readonly ToldTotals told = new(name);

    /// <summary>
    /// Whether it is answered by one gateway after another, as through a dashboard. Each promises to take nothing back of what it
    /// told itself, and not of what another did: here an answer older than the one before is counted, and fails nothing.
    /// </summary>
    public bool ChangesGateways { get; init; }

    /// <summary>Asks until it is told to stop.</summary>
    /// <exception cref="TortureFailedException">A total went back, or an error did not ask to come again.</exception>
    public async Task Run(TimeProvider time, CancellationToken stop)
    {
        reading.Begin(name);
        try
        {
            while (true)
            {
                await AskOnce(stop);
                await Task.Delay(betweenQuestions, time, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // It was told to stop; the answer under way is nobody's.
        }
    }

    private async Task AskOnce(CancellationToken stop)
    {
        var known = sightings.Known();
        IReadOnlyDictionary<string, Total> totals;
        try
        {
            totals = await question.Ask(gateway, stop);
        }
        catch (EndpointException fault)
        {
            if (fault.IsFinal)
                throw new TortureFailedException($"{name} was not told to come again: {fault.Message}");
            reading.OnFailure();
            return;
        }

        reading.OnAnswer(name);
        if (totals.Any(total => known.TryGetValue(total.Key, out var before) && total.Value.IsOlderThan(before)))
            reading.OnBehindAnother();
        foreach (var (unit, total) in totals)
        {
            if (!ChangesGateways)
                told.Hold(unit, total);
            sightings.Add(unit, total);
        }
    }
}
