namespace EduAnalytics.Cli.Torture.Readers;

/// <summary>What one reader has been told of each unit, of which nothing may go back.</summary>
/// <param name="reader">Who it is, for the sentence that says what went back.</param>
internal sealed class ToldTotals(string reader)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Total> told = new(StringComparer.Ordinal);

    /// <exception cref="TortureFailedException">The unit's total went back.</exception>
    public void Hold(string unit, Total total)
    {
        lock (gate)
        {
            if (told.TryGetValue(unit, out var before) && total.IsOlderThan(before))
                throw new TortureFailedException($"{reader} was told of {unit}: {before}, and after that: {total}.");
            told[unit] = total;
        }
    }

    /// <summary>
    /// Whether numbers as high as these have all been told. Not their versions, which count what else changed at a unit too:
    /// who subscribes to one indicator is told nothing of that.
    /// </summary>
    public bool Reach(IReadOnlyDictionary<string, Total> totals)
    {
        lock (gate)
            return totals.All(wanted => told.TryGetValue(wanted.Key, out var held) && held.OnRoll >= wanted.Value.OnRoll);
    }
}
