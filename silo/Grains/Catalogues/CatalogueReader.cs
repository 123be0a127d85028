using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Schools.Register;
using EduAnalytics.Grains.Catalogues.Findings;
using EduAnalytics.Grains.Catalogues.Fitness;
using EduAnalytics.Grains.Catalogues.Standards;

namespace EduAnalytics.Grains.Catalogues;

/// <summary>
/// Reads the catalogue's YAML files. All errors are found in one go: who maintains the files should not have to start the
/// system once for each mistake.
/// </summary>
public static class CatalogueReader
{
    private static readonly string[] files = ["units.yaml", "groups.yaml", "register.yaml", "measures.yaml", "indicators.yaml", "standards.yaml", "findings.yaml"];

    /// <summary>
    /// May be missing: a catalogue without standards assesses nothing, one without rules looks for nothing, and without a
    /// register all reasons are words.
    /// </summary>
    private static readonly string[] optionalFiles = ["register.yaml", "standards.yaml", "findings.yaml"];

    public static CatalogueReading Read(string directory)
    {
        var errors = new CatalogueErrors();
        if (!Directory.Exists(directory))
            return new CatalogueReading.Faulty([new CatalogueError(directory, 1, null, "there is no such directory", "the catalogue's files")]);
        RefuseStrayFiles(directory, errors);
        return Read(directory, root => LoadFrom(directory, root, errors), errors, files);
    }

    /// <summary>
    /// Reads one file as an addition to a catalogue: its entries stand in for those of the same code and beside the others.
    /// So a new indicator is checked before it is put into the catalogue's own file.
    /// </summary>
    /// <param name="directory">A complete catalogue.</param>
    /// <param name="file">A file under any name; the key at its top says what its entries are.</param>
    public static CatalogueReading ReadWith(string directory, string file)
    {
        var errors = new CatalogueErrors();
        var roots = files.Select(Path.GetFileNameWithoutExtension).ToArray();
        if (YamlFile.LoadAny(file, roots!, errors) is not var (addedRoot, added))
            return new CatalogueReading.Faulty(errors.InOrderOf([Path.GetFileName(file)]));
        var codes = added.Select(entry => entry.CodeOrNull).ToHashSet();
        return Read(
            directory,
            root =>
            {
                var held = LoadFrom(directory, root, errors);
                return root == addedRoot ? [.. held.Where(entry => !codes.Contains(entry.CodeOrNull)), .. added] : held;
            },
            errors,
            [Path.GetFileName(file), .. files]);
    }

    /// <param name="load">The entries under a root key; the fitness tables are no list of entries, and come from their folder.</param>
    private static CatalogueReading Read(string directory, Func<string, ImmutableArray<YamlEntry>> load, CatalogueErrors errors, string[] order)
    {
        var units = UnitEntries.Read(load("units"));
        var groups = GroupEntries.Read(load("groups"));
        var register = RegisterEntries.Read(load("register"));
        var measures = MeasureEntries.Read(load("measures"), units);
        var indicators = new IndicatorEntries(units, groups, measures).Read(load("indicators"));
        var standards = StandardEntries.Read(load("standards"), indicators);
        var findingRules = new FindingEntries(measures, indicators).Read(load("findings"));
        var fitness = FitnessReader.Read(directory, errors);

        var found = errors.InOrderOf([.. order, .. FitnessReader.FilesOf(directory)]);
        return found.IsEmpty
            ? new CatalogueReading.Complete(new Catalogue(measures.Values, indicators.Values, groups.Values, units.Values, standards)
            {
                FindingRules = findingRules,
                Fitness = fitness,
                Register = new RegisterReasons(register.Values),
            })
            : new CatalogueReading.Faulty(found);
    }

    private static ImmutableArray<YamlEntry> LoadFrom(string directory, string root, CatalogueErrors errors)
    {
        var path = Path.Combine(directory, $"{root}.yaml");
        return optionalFiles.Contains(Path.GetFileName(path)) && !File.Exists(path) ? [] : YamlFile.Load(path, root, errors);
    }

    /// <summary>A file under another name would be passed over in silence, and its author would wonder why nothing changed.</summary>
    private static void RefuseStrayFiles(string directory, CatalogueErrors errors)
    {
        foreach (var path in Directory.EnumerateFiles(directory).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path);
            if (Path.GetExtension(name) is ".yaml" or ".yml" && !files.Contains(name))
                errors.Add(name, 1, null, "this file is not read", $"one of {string.Join(", ", files)}");
        }
    }
}
