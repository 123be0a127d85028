using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace EduAnalytics.Grains.Catalogues;

/// <summary>One file of the catalogue: a list of entries under one key.</summary>
internal static class YamlFile
{
    private const int MostNested = 32;

    /// <param name="shownAs">The file's name in errors, where it lies in a folder of the catalogue.</param>
    public static ImmutableArray<YamlEntry> Load(string path, string root, CatalogueErrors errors, string? shownAs = null)
    {
        if (Open(path, shownAs ?? Path.GetFileName(path), $"a list under the key '{root}'", errors) is not { } top)
            return [];
        var entries = top.Entries(root);
        top.RefuseOtherKeys();
        return entries;
    }

    /// <summary>The entries under whichever of the keys the file has; null, with an error, where it has none or several.</summary>
    public static (string Root, ImmutableArray<YamlEntry> Entries)? LoadAny(string path, string[] roots, CatalogueErrors errors)
    {
        var expected = $"a list under one of the keys {string.Join(", ", roots)}";
        if (Open(path, Path.GetFileName(path), expected, errors) is not { } top)
            return null;
        if (roots.Where(top.Has).ToList() is not [var root])
        {
            errors.Add(Path.GetFileName(path), 1, null, "the file has none of the catalogue's keys at its top, or several", expected);
            return null;
        }

        var entries = top.Entries(root);
        top.RefuseOtherKeys();
        return (root, entries);
    }

    /// <param name="file">The file's name in errors.</param>
    private static YamlEntry? Open(string path, string file, string expected, CatalogueErrors errors)
    {
        if (!File.Exists(path))
        {
            errors.Add(file, 1, null, "there is no such file", expected);
            return null;
        }

        var stream = new YamlStream();
        try
        {
            var text = File.ReadAllText(path);
            RefuseDepth(text);
            stream.Load(new StringReader(text));
        }
        catch (Exception slip) when (slip is InvalidOperationException or ArgumentException)
        {
            // The library's own slips over some broken words and keys; they do not say where.
            errors.Add(file, 1, null, "this is no YAML", "well-formed YAML");
            return null;
        }
        catch (YamlException fault)
        {
            errors.Add(file, (int)fault.Start.Line, null, $"this is no YAML: {fault.Message}", "well-formed YAML");
            return null;
        }

        if (stream.Documents is [{ RootNode: YamlMappingNode mapping }])
            return new YamlEntry(file, mapping, null, errors);
        errors.Add(file, 1, null, "the file holds no mapping", expected);
        return null;
    }

    /// <summary>The library reads what is nested by calling itself; a text nested deeply enough would end the whole process.</summary>
    private static void RefuseDepth(string text)
    {
        var parser = new Parser(new StringReader(text));
        for (var depth = 0; parser.MoveNext();)
            if ((depth += parser.Current!.NestingIncrease) > MostNested)
                throw new YamlException(parser.Current.Start, parser.Current.End, $"it is nested deeper than {MostNested} levels");
    }
}
