using System.Text;

namespace EduAnalytics.Gateway.Ingest.Lines;

/// <summary>An enumeration's words as the API spells them: <c>DroppedOut</c> is <c>DROPPED_OUT</c>.</summary>
internal static class WordList<T>
    where T : struct, Enum
{
    public static IReadOnlyList<(byte[] Utf8, T Value)> All { get; } =
        [.. Enum.GetValues<T>().Select(value => (Encoding.UTF8.GetBytes(Spell(value)), value))];

    public static string Expected { get; } = string.Join(", ", Enum.GetValues<T>().Select(Spell));

    private static string Spell(T value) =>
        string.Concat(value.ToString().Select((c, i) => i > 0 && char.IsAsciiLetterUpper(c) ? $"_{c}" : $"{char.ToUpperInvariant(c)}"));
}
