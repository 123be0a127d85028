using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace EduAnalytics.Grains.Catalogues;

/// <summary>The words of an enumeration as the API spells them, which the catalogue's files share: <c>HALF_YEAR</c>.</summary>
internal static partial class Words<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<string, T> words =
        Enum.GetValues<T>().ToFrozenDictionary(value => Spell(value.ToString()), StringComparer.Ordinal);

    public static string Expected { get; } =
        $"one of {List(Enum.GetValues<T>())}";

    public static string List(IEnumerable<T> values) => string.Join(", ", values.Select(Spelt));

    public static string Spelt(T value) => Spell(value.ToString());

    public static bool TryParse(string? word, out T value)
    {
        value = default;
        return word is not null && words.TryGetValue(word, out value);
    }

    private static string Spell(string name) => WordStart().Replace(name, "_").ToUpperInvariant();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex WordStart();
}
