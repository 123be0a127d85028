namespace EduAnalytics.Cli.Torture.Readers;

/// <summary>The newest total of each unit that any reader has been told.</summary>
internal sealed class Sightings
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Total> newest = new(StringComparer.Ordinal);

    /// <summary>What is known now; an answer to a question that is asked from now on should not be older.</summary>
    public IReadOnlyDictionary<string, Total> Known()
    {
        lock (gate)
            return new Dictionary<string, Total>(newest, StringComparer.Ordinal);
    }

    public void Add(string unit, Total total)
    {
        lock (gate)
            if (!newest.TryGetValue(unit, out var held) || held.IsOlderThan(total))
                newest[unit] = total;
    }
}
