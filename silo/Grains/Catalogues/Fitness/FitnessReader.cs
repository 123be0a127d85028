using System.Collections.Immutable;
using EduAnalytics.Domain.Fitness;

namespace EduAnalytics.Grains.Catalogues.Fitness;

/// <summary>
/// Reads the fitness standard from the catalogue's folder of that name: the items, their weights, the extra points, and a file
/// of scoring tables for each item. An item without a file is one whose numbers could not be confirmed.
/// </summary>
internal sealed class FitnessReader
{
    private const string Folder = "fitness";
    private const string ItemsRoot = "items";
    private const string WeightsRoot = "weights";
    private const string ExtraRoot = "extra";
    private const string TablesRoot = "tables";

    private readonly string directory;
    private readonly CatalogueErrors errors;

    private FitnessReader(string directory, CatalogueErrors errors) => (this.directory, this.errors) = (directory, errors);

    /// <returns>Null where the catalogue has no such folder: then only total scores can be taken.</returns>
    public static FitnessStandard? Read(string catalogueDirectory, CatalogueErrors errors)
    {
        var directory = Path.Combine(catalogueDirectory, Folder);
        return Directory.Exists(directory) ? new FitnessReader(directory, errors).Read() : null;
    }

    /// <summary>The folder's files as errors name them, in the order of their reading.</summary>
    public static ImmutableArray<string> FilesOf(string catalogueDirectory)
    {
        var directory = Path.Combine(catalogueDirectory, Folder);
        return Directory.Exists(directory)
            ? [.. new[] { ItemsRoot, WeightsRoot, ExtraRoot }.Select(Shown), .. Directory.EnumerateFiles(directory).Order(StringComparer.Ordinal).Select(path => $"{Folder}/{Path.GetFileName(path)}")]
            : [];
    }

    private FitnessStandard Read()
    {
        var items = FitnessItemEntries.Read(Load(ItemsRoot), TablesOf);
        RefuseStrayFiles(items);
        return new FitnessStandard(
            [.. items.Values],
            new FitnessWeightEntries(items, Shown(WeightsRoot), errors).Read(Load(WeightsRoot)),
            FitnessExtraEntries.Read(Load(ExtraRoot), items));
    }

    private ImmutableArray<YamlEntry> TablesOf(string item) =>
        File.Exists(PathOf(item)) ? YamlFile.Load(PathOf(item), TablesRoot, errors, Shown(item)) : [];

    private ImmutableArray<YamlEntry> Load(string root) => YamlFile.Load(PathOf(root), root, errors, Shown(root));

    private void RefuseStrayFiles(Entries<FitnessItem> items)
    {
        string[] known = [ItemsRoot, WeightsRoot, ExtraRoot, .. items.Values.Select(item => item.Code)];
        foreach (var path in Directory.EnumerateFiles(directory).Order(StringComparer.Ordinal))
        {
            if (!known.Contains(Path.GetFileNameWithoutExtension(path)) || Path.GetExtension(path) != ".yaml")
                errors.Add($"{Folder}/{Path.GetFileName(path)}", 1, null, "this file is not read", $"one of {string.Join(", ", known.Select(Shown))}");
        }
    }

    private string PathOf(string name) => Path.Combine(directory, $"{name}.yaml");

    private static string Shown(string name) => $"{Folder}/{name}.yaml";
}
