using System.Collections.Immutable;
using System.Globalization;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Import.Cells;
using YamlDotNet.RepresentationModel;

namespace EduAnalytics.Import.Mappings;

internal delegate bool TryRead<T>(string text, out T value);

/// <summary>Keys with values in a mapping file; whatever is asked for and wrong becomes an error with its line.</summary>
internal sealed class MappingNode(string file, YamlMappingNode node, ImmutableArray<MappingError>.Builder errors)
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    public string? Text(string key, params string[] allowed)
    {
        if (Find(key) is not { } value)
            return null;
        if (value is not YamlScalarNode { Value: { } text })
        {
            Add(value, $"'{key}' takes one word");
            return null;
        }

        if (allowed.Length > 0 && !allowed.Contains(text, StringComparer.Ordinal))
            Add(value, $"'{key}' is '{text}'; expected: {string.Join(" or ", allowed)}");
        return text;
    }

    public T? Read<T>(string key, string expected, TryRead<T> read)
        where T : struct
    {
        if (Text(key) is not { } text)
            return null;
        if (read(text, out var value))
            return value;
        Add(Find(key)!, $"'{key}' is '{text}'; expected: {expected}");
        return null;
    }

    public int? Whole(string key) => Read(
        key, "a whole number from 1", (string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0);

    public T? Word<T>(string key)
        where T : struct, Enum => Read(
            key, string.Join(", ", Enum.GetNames<T>().Select(name => char.ToLowerInvariant(name[0]) + name[1..])),
            (string text, out T value) => Enum.TryParse(text, ignoreCase: true, out value) && Enum.IsDefined(value));

    public SchoolStage? Stage(string key) => Read(
        key, Vocabulary.ExpectedStages, (string text, out SchoolStage stage) => Vocabulary.Stages.TryGetValue(CellText.Key(text), out stage));

    public IReadOnlyList<string>? List(string key)
    {
        if (Find(key) is not { } value)
            return null;
        if (value is YamlSequenceNode list && list.All(item => item is YamlScalarNode))
            return [.. list.Select(item => ((YamlScalarNode)item).Value ?? "")];
        Add(value, $"'{key}' takes a list such as [s, \"*\"]");
        return null;
    }

    public IEnumerable<MappingEntry> Entries(string key)
    {
        if (Find(key) is not { } value)
            return [];
        if (value is YamlMappingNode entries)
        {
            foreach (var heading in entries.Children.Keys.Where(heading => heading is not YamlScalarNode))
                Add(heading, "a heading is one word or phrase");
            return entries.Children
                .Where(pair => pair.Key is YamlScalarNode)
                .Select(pair => new MappingEntry(((YamlScalarNode)pair.Key).Value ?? "", pair.Value, this))
                .DistinctBy(entry => CellText.Key(entry.Key));
        }

        Add(value, $"'{key}' takes lines of its own, each 'heading: what it is'");
        return [];
    }

    public MappingNode Inner(YamlMappingNode inner) => new(file, inner, errors);

    public void Add(YamlNode at, string message) => errors.Add(new MappingError(file, (int)at.Start.Line, message));

    public void RefuseOtherKeys()
    {
        foreach (var (key, _) in node.Children)
            if (key is not YamlScalarNode { Value: { } name } || !asked.Contains(name))
                Add(key, $"there is no key '{key}'; the keys here are {string.Join(", ", asked)}");
    }

    private YamlNode? Find(string key)
    {
        asked.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
    }
}
