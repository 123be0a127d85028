using System.Collections.Immutable;
using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace EduAnalytics.Grains.Catalogues;

/// <summary>
/// A mapping in a catalogue file. Whatever is asked for and is missing or of the wrong form becomes an error with its line;
/// the caller goes on with an empty value, so that the rest of the entry is looked at too.
/// </summary>
internal sealed class YamlEntry(string file, YamlMappingNode node, string? code, CatalogueErrors errors)
{
    private HashSet<string> Asked { get; init; } = new(StringComparer.Ordinal);

    public bool Has(string key) => Find(key) is not null;

    /// <summary>The entry's code as it stands there; whether it is one is said elsewhere.</summary>
    public string? CodeOrNull => (Find("code") as YamlScalarNode)?.Value;

    public bool IsMapping(string key) => Find(key) is YamlMappingNode;

    /// <summary>The entry, with errors from now on naming the code.</summary>
    public YamlEntry Named(string itsCode) => new(file, node, itsCode, errors) { Asked = Asked };

    public string Text(string key, string expected)
    {
        if (Find(key) is YamlScalarNode { Value: { Length: > 0 } text } && !string.IsNullOrWhiteSpace(text))
            return text;
        RefuseMissing(key, expected);
        return "";
    }

    public string? OptionalText(string key, string expected) => Has(key) ? Text(key, expected) : null;

    /// <summary>One word, or a list of words.</summary>
    public ImmutableArray<string> Texts(string key, string expected)
    {
        var texts = Scalars(key).Select(scalar => scalar.Value ?? "").ToImmutableArray();
        if (!texts.IsEmpty && texts.All(text => text.Length > 0))
            return texts;
        RefuseMissing(key, expected);
        return [];
    }

    public int Whole(string key, int least, int most)
    {
        var expected = $"a whole number from {least} to {most}";
        if (int.TryParse(Text(key, expected), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
            return number;
        RefuseForm(key, expected);
        return least;
    }

    public decimal Number(string key)
    {
        const string expected = "a decimal number such as 0.65";
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (decimal.TryParse(Text(key, expected), style, CultureInfo.InvariantCulture, out var number))
            return number;
        RefuseForm(key, expected);
        return 0;
    }

    public DateOnly Date(string key)
    {
        const string expected = "a day such as 2024-01-01";
        if (DateOnly.TryParseExact(Text(key, expected), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        RefuseForm(key, expected);
        return default;
    }

    public bool Flag(string key, bool otherwise)
    {
        if (!Has(key))
            return otherwise;
        if (bool.TryParse(Text(key, "true or false"), out var flag))
            return flag;
        RefuseForm(key, "true or false");
        return otherwise;
    }

    public T Word<T>(string key)
        where T : struct, Enum
    {
        var expected = Words<T>.Expected;
        if (Words<T>.TryParse(Text(key, expected), out var word))
            return word;
        RefuseForm(key, expected);
        return default;
    }

    public ImmutableArray<T> WordList<T>(string key)
        where T : struct, Enum
    {
        var words = ImmutableArray.CreateBuilder<T>();
        foreach (var scalar in Scalars(key))
        {
            if (!Words<T>.TryParse(scalar.Value, out var word))
                Refuse(scalar, $"{key} '{scalar.Value}' is unknown", Words<T>.Expected);
            else if (words.Contains(word))
                Refuse(scalar, $"{key} names {scalar.Value} twice", "each once");
            else
                words.Add(word);
        }

        return words.ToImmutable();
    }

    public YamlEntry? Entry(string key, string expected)
    {
        if (Find(key) is YamlMappingNode mapping)
            return new YamlEntry(file, mapping, code, errors);
        RefuseMissing(key, expected);
        return null;
    }

    public ImmutableArray<YamlEntry> Entries(string key)
    {
        if (Find(key) is not YamlSequenceNode list)
        {
            RefuseMissing(key, "a list");
            return [];
        }

        foreach (var stray in list.Where(item => item is not YamlMappingNode))
            Refuse(stray, $"'{stray}' is no entry", "keys with values");
        return [.. list.OfType<YamlMappingNode>().Select(item => new YamlEntry(file, item, code, errors))];
    }

    /// <summary>To be called when all that can stand in the entry has been asked for: the rest is a slip of the pen.</summary>
    public void RefuseOtherKeys()
    {
        foreach (var key in node.Children.Keys)
        {
            if (key is not YamlScalarNode { Value: { } name } || !Asked.Contains(name))
                Refuse(key, $"the key '{key}' is unknown", $"one of {string.Join(", ", Asked)}");
        }
    }

    /// <summary>An error at the line of a key's value, or of the entry where it has no such key.</summary>
    public void Refuse(string key, string given, string expected) => Refuse(Find(key) ?? node, given, expected);

    private void Refuse(YamlNode at, string given, string expected) =>
        errors.Add(file, (int)at.Start.Line, code, given, expected);

    private void RefuseMissing(string key, string expected) =>
        Refuse(key, Has(key) ? $"{key} is empty or of another form" : $"{key} is missing", expected);

    /// <summary>Nothing more is said where the value is missing, which has been said already.</summary>
    private void RefuseForm(string key, string expected)
    {
        if (Find(key) is YamlScalarNode { Value: { Length: > 0 } given })
            Refuse(key, $"{key} '{given}' was given", expected);
    }

    private IEnumerable<YamlScalarNode> Scalars(string key) => Find(key) switch
    {
        YamlScalarNode { Value.Length: > 0 } one => [one],
        YamlSequenceNode list => list.OfType<YamlScalarNode>(),
        _ => [],
    };

    private YamlNode? Find(string key)
    {
        Asked.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
    }
}
