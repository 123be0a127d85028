using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Grains.Catalogues.Findings;
using EduAnalytics.Grains.Catalogues.Fitness;

namespace EduAnalytics.Grains.Catalogues;

/// <summary>
/// Reads the catalogue's YAML files. All errors are found in one go: who maintains the files should not have to start the
/// system once for each mistake.
/// </summary>
public static class CatalogueReader
{
    private static readonly string[] files = ["units.yaml", "groups.yaml", "measures.yaml", "indicators.yaml", FindingsFile];

    /// <summary>The one file that may be missing: a catalogue without rules looks for nothing.</summary>
    private const string FindingsFile = "findings.yaml";

    public static CatalogueReading Read(string directory)
    {
        var errors = new CatalogueErrors();
        if (!Directory.Exists(directory))
            return new CatalogueReading.Faulty([new CatalogueError(directory, 1, null, "there is no such directory", "the catalogue's files")]);
        RefuseStrayFiles(directory, errors);

        var units = UnitEntries.Read(Load(directory, "units", errors));
        var groups = GroupEntries.Read(Load(directory, "groups", errors));
        var measures = MeasureEntries.Read(Load(directory, "measures", errors), units);
        var indicators = new IndicatorEntries(units, groups, measures).Read(Load(directory, "indicators", errors));
        var known = new Entries<Indicator>("indicator");
        foreach (var indicator in indicators)
            known.Add(indicator.Code, indicator);
        var findingRules = new FindingEntries(measures, known).Read(LoadFindings(directory, errors));
        var fitness = FitnessReader.Read(directory, errors);

        var found = errors.InOrderOf([.. files, .. FitnessReader.FilesOf(directory)]);
        return found.IsEmpty
            ? new CatalogueReading.Complete(new Catalogue(measures.Values, indicators, groups.Values, units.Values)
            {
                FindingRules = findingRules,
                Fitness = fitness,
            })
            : new CatalogueReading.Faulty(found);
    }

    private static ImmutableArray<YamlEntry> LoadFindings(string directory, CatalogueErrors errors) =>
        File.Exists(Path.Combine(directory, FindingsFile)) ? Load(directory, "findings", errors) : [];

    private static ImmutableArray<YamlEntry> Load(string directory, string root, CatalogueErrors errors) =>
        YamlFile.Load(Path.Combine(directory, $"{root}.yaml"), root, errors);

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
