namespace EduAnalytics.Gateway.Ingest.Lines;

/// <summary>Gives the same text for the same characters, for fields that have few values: a million lines name a hundred schools.</summary>
internal sealed class TextPool
{
    /// <summary>A sender of ever new words must not fill the memory; starting afresh costs it some allocations.</summary>
    private const int MostTexts = 10_000;

    private readonly HashSet<string> texts = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public TextPool() => lookup = texts.GetAlternateLookup<ReadOnlySpan<char>>();

    public string Get(ReadOnlySpan<char> characters)
    {
        if (lookup.TryGetValue(characters, out var known))
            return known;
        if (texts.Count >= MostTexts)
            texts.Clear();
        var text = characters.ToString();
        texts.Add(text);
        return text;
    }
}
