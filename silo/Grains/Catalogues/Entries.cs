using System.Diagnostics.CodeAnalysis;

namespace EduAnalytics.Grains.Catalogues;

internal enum CodeForm
{
    /// <summary>Any words: <c>square metres</c>.</summary>
    Phrase,

    /// <summary>Lower-case words joined by dots and underscores: <c>students.dropped_out</c>.</summary>
    Dotted,

    /// <summary>Lower-case words and numbers joined by hyphens: <c>quality-balanced-2017</c>.</summary>
    Hyphenated,
}

/// <summary>The entries of one file by their codes, in the file's order.</summary>
/// <param name="kind">What an entry is, for errors: unit, group, measure.</param>
internal sealed class Entries<T>(string kind)
{
    /// <summary>Up to here an error lists what is known; beyond, it names the likeliest.</summary>
    private const int ListedAtMost = 20;

    private readonly Dictionary<string, T> byCode = new(StringComparer.Ordinal);
    private readonly List<T> values = [];

    public IReadOnlyList<T> Values => values;

    public bool TryFind(string code, [MaybeNullWhen(false)] out T value) => byCode.TryGetValue(code, out value);

    /// <summary>The entry's code, checked, and the entry with its errors naming it.</summary>
    public (string Code, YamlEntry Entry) Name(YamlEntry entry, CodeForm form)
    {
        var code = entry.Text("code", "the code");
        var named = entry.Named(code.Length > 0 ? code : $"(a {kind} without code)");
        if (code.Length > 0 && form == CodeForm.Dotted && !IsDotted(code))
            named.Refuse("code", $"code '{code}' was given", "lower-case words joined by dots and underscores, such as students.dropped_out");
        if (code.Length > 0 && form == CodeForm.Hyphenated && !code.Split('-').All(IsWord))
            named.Refuse("code", $"code '{code}' was given", "lower-case words and numbers joined by hyphens, such as quality-balanced-2017");
        if (byCode.ContainsKey(code))
            named.Refuse("code", $"this {kind} is defined already", "each code once");
        return (code, named);
    }

    public void Add(string code, T value)
    {
        // Of two entries with one code the first stays, so that what refers to it is still checked.
        if (byCode.TryAdd(code, value))
            values.Add(value);
    }

    /// <summary>The entry that another one refers to; an error, and null, where there is none.</summary>
    public T? Resolve(YamlEntry referring, string key, string code)
    {
        if (byCode.TryGetValue(code, out var value))
            return value;
        if (code.Length > 0)
            referring.Refuse(key, $"{kind} '{code}' is unknown", $"a {kind} of the catalogue{Likeness(code)}");
        return default;
    }

    private string Likeness(string code)
    {
        var all = byCode.Keys.Order(StringComparer.Ordinal).ToList();
        if (all.Count <= ListedAtMost)
            return $", one of {string.Join(", ", all)}";
        var near = all.MinBy(other => EditDistance.Between(code, other));
        return near is null ? "" : $"; the nearest is {near}";
    }

    private static bool IsDotted(string code) =>
        code.Contains('.', StringComparison.Ordinal)
        && code.Split('.').All(word => IsWord(word.Replace('_', 'a')));

    private static bool IsWord(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c));
}
