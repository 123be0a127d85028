using YamlDotNet.RepresentationModel;

namespace EduAnalytics.Import.Mappings;

/// <summary>One line below <c>columns</c> or <c>words</c>.</summary>
internal sealed record MappingEntry(string Key, YamlNode Value, MappingNode Above)
{
    public string Scalar()
    {
        if (Value is YamlScalarNode { Value: { } text })
            return text;
        Above.Add(Value, $"'{Key}' takes one word");
        return "";
    }
}
