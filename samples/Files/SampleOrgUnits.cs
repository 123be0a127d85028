using System.Collections.Immutable;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Samples.Files;

/// <summary>The city, its districts, and Nanshan's units that the report names; parents stand before their children.</summary>
public static class SampleOrgUnits
{
    /// <exception cref="InvalidDataException">A line cannot be read.</exception>
    public static ImmutableArray<OrgUnit> Read(string path) => [.. CsvTable.Read(path, ReadLine)];

    private static OrgUnit ReadLine(CsvLine line) => new(
        OrgUnitId.Parse(line.Text("code")),
        line.Text("name"),
        line.OptionalText("name_en"),
        line.Word<OrgUnitLevel>("level"),
        line.OptionalText("parent") is { } parent ? OrgUnitId.Parse(parent) : null,
        line.Words<SchoolStage>("stages"),
        bool.Parse(line.Text("synthetic")));
}
