namespace EduAnalytics.Benchmarks.Report;

/// <summary>A part of a document that a benchmark writes, between two comments that readers do not see.</summary>
internal static class MarkedSection
{
    /// <summary>Puts the text where the section of that name was.</summary>
    /// <exception cref="InvalidOperationException">The document has no such section.</exception>
    public static void Write(string document, string name, string text)
    {
        var (before, _, after) = Parts(File.ReadAllText(document), name);
        File.WriteAllText(document, $"{before}\n{text.Trim()}\n{after}");
    }

    /// <summary>What stands in the section now.</summary>
    /// <exception cref="InvalidOperationException">The text has no such section.</exception>
    public static string Of(string text, string name) => Parts(text, name).Inside.Trim();

    private static (string Before, string Inside, string After) Parts(string text, string name)
    {
        var (begin, end) = ($"<!-- {name}: written by a benchmark -->", $"<!-- {name}: end -->");
        var (from, to) = (text.IndexOf(begin, StringComparison.Ordinal), text.IndexOf(end, StringComparison.Ordinal));
        if (from < 0 || to < from)
            throw new InvalidOperationException($"The document lacks the lines '{begin}' and '{end}', between which this is to stand.");
        from += begin.Length;
        return (text[..from], text[from..to], text[to..]);
    }
}
