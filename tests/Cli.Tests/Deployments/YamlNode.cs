using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace EduAnalytics.Cli.Tests.Deployments;

/// <summary>A place in a YAML file, or the absence of one: what is asked of an absent place is absent too.</summary>
internal sealed class YamlNode(object? value)
{
    public string? Text => value as string;

    public IReadOnlyList<YamlNode> Items => value is List<object> list ? [.. list.Select(item => new YamlNode(item))] : [];

    public IReadOnlyDictionary<string, YamlNode> Entries => value is Dictionary<object, object> map
        ? map.ToDictionary(entry => (string)entry.Key, entry => new YamlNode(entry.Value))
        : new Dictionary<string, YamlNode>();

    public YamlNode this[string key] => Entries.GetValueOrDefault(key) ?? new YamlNode(null);

    /// <summary>The place itself and all below it.</summary>
    public IEnumerable<YamlNode> All => [this, .. Entries.Values.Concat(Items).SelectMany(node => node.All)];

    /// <summary>The documents of a file, with what they merge from elsewhere in it.</summary>
    public static IEnumerable<YamlNode> Read(string text)
    {
        var parser = new MergingParser(new Parser(new StringReader(text)));
        var reader = new DeserializerBuilder().Build();
        parser.Consume<YamlDotNet.Core.Events.StreamStart>();
        while (parser.Accept<YamlDotNet.Core.Events.DocumentStart>(out _))
            yield return new YamlNode(reader.Deserialize<object?>(parser));
    }
}
