using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace EduAnalytics.Grains.Catalogues;

/// <summary>One file of the catalogue: a list of entries under one key.</summary>
internal static class YamlFile
{
    /// <param name="shownAs">The file's name in errors, where it lies in a folder of the catalogue.</param>
    public static ImmutableArray<YamlEntry> Load(string path, string root, CatalogueErrors errors, string? shownAs = null)
    {
        var file = shownAs ?? Path.GetFileName(path);
        if (!File.Exists(path))
        {
            errors.Add(file, 1, null, "there is no such file", $"a list under the key '{root}'");
            return [];
        }

        var stream = new YamlStream();
        try
        {
            using var text = File.OpenText(path);
            stream.Load(text);
        }
        catch (YamlException fault)
        {
            errors.Add(file, (int)fault.Start.Line, null, $"this is no YAML: {fault.Message}", "well-formed YAML");
            return [];
        }

        if (stream.Documents is not [{ RootNode: YamlMappingNode mapping }])
        {
            errors.Add(file, 1, null, "the file holds no mapping", $"a list under the key '{root}'");
            return [];
        }

        var top = new YamlEntry(file, mapping, null, errors);
        var entries = top.Entries(root);
        top.RefuseOtherKeys();
        return entries;
    }
}
