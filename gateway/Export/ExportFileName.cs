using EduAnalytics.Gateway.Queries;

namespace EduAnalytics.Gateway.Export;

/// <summary>What a downloaded file is called: what is in it, in letters that every file system takes.</summary>
internal static class ExportFileName
{
    private const int Longest = 100;

    public static string Of(string kind, ComparisonQuery query, string extension)
    {
        var units = query.OrgUnits is { Count: > 0 } named ? string.Join('+', named) : $"in-{query.ChildrenOf}";
        string?[] parts = [units, string.Join('+', query.Indicators), query.Stage?.ToString().ToLowerInvariant(), query.Range.From?.ToString(), query.Range.To?.ToString()];
        return Of(kind, parts, extension);
    }

    /// <param name="parts">What tells it from other files of the kind; a null is left out.</param>
    public static string Of(string kind, IReadOnlyList<string?> parts, string extension)
    {
        var name = string.Join('_', parts.Prepend(kind).OfType<string>());
        var safe = string.Concat(name.Select(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.' or '+' ? character : '-'));
        return $"{(safe.Length > Longest ? safe[..Longest] : safe)}.{extension}";
    }
}
