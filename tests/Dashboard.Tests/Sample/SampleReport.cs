namespace EduAnalytics.Dashboard.Tests.Sample;

/// <summary>The answers behind the report: the sample city's comparison, and what goes with it.</summary>
internal static class SampleReport
{
    public static object First(SampleCity city, IReadOnlyDictionary<string, object?> variables)
    {
        var comparison = ComparisonOf(city, variables);
        return new
        {
            root = (string)variables["root"]! == "999" ? null : Root((string)variables["root"]!),
            comparison,
            focus = new { series = ((IReadOnlyList<string>)variables["codes"]!).Select(code => Series((string)variables["focus"]!, code)) },
            stages = new { parent = ParentOf((string)variables["focus"]!), kindergarten = (bool)variables["kindergarten"]! ? Years() : null },
        };
    }

    public static object Detail(SampleCity city, IReadOnlyDictionary<string, object?> variables)
    {
        var codes = (IReadOnlyList<string>)variables["codes"]!;
        var units = (IReadOnlyList<string>?)variables["units"] ?? ["230402-s01", "230402-s02"];
        return new
        {
            matrix = new { series = units.SelectMany(unit => codes.Select(code => Series(unit, code))) },
            schools = (bool)variables["withSchools"]!
                ? ((dynamic)SampleVisuals.Schools(city, new Dictionary<string, object?> { ["unit"] = variables["stripUnit"], ["byDistrict"] = variables["byDistrict"] })).orgUnit
                : null,
            grades = (bool)variables["withGrades"]! ? new { breakdown = Breakdown(city) } : null,
            below = (bool)variables["withBelow"]! ? ComparisonOf(city, new Dictionary<string, object?>(variables) { ["units"] = new[] { "230402-s01", "230402-s02" } }) : null,
        };
    }

    /// <summary>A unit's count by stage, or by grade and sex.</summary>
    public static object Split(SampleCity city, IReadOnlyDictionary<string, object?> variables) => new
    {
        orgUnit = new
        {
            kindergarten = (bool)variables["kindergarten"]! ? Years()[4] : null,
            breakdown = (bool)variables["withRows"]! ? Breakdown(city) : null,
        },
    };

    /// <summary>A grade with both sexes, above and below the target of the sample's readings.</summary>
    private static object Breakdown(SampleCity city) => new
    {
        rows = new[]
        {
            new { grade = 1, sex = "MALE", numerator = 4, denominator = 10, value = 40 },
            new { grade = 1, sex = "FEMALE", numerator = 6, denominator = 10, value = 60 },
        },
        gap = (string?)null,
        suppression = (string?)null,
        silent = city.SilentUnits(),
    };

    private static object? ParentOf(string unit) =>
        unit == "230400" ? null : new { id = unit.Contains("-s", StringComparison.Ordinal) ? unit.Split('-')[0] : "230400" };

    private static object ComparisonOf(SampleCity city, IReadOnlyDictionary<string, object?> variables) =>
        ((dynamic)city.Compare(new Dictionary<string, object?>
        {
            ["units"] = variables["units"] ?? new[] { "230402-s01", "230402-s02" },
            ["indicator"] = variables["indicator"],
        })).comparison;

    private static object Root(string id) => new
    {
        id,
        name = id == "230400" ? "鹤岗市" : "向阳区",
        nameEn = id == "230400" ? "Hegang" : "Xiangyang",
        level = id == "230400" ? "CITY" : "DISTRICT",
        synthetic = false,
        inReach = true,
        parent = id == "230400" ? null : new { id = "230400", name = "鹤岗市", nameEn = "Hegang", level = "CITY", synthetic = false, inReach = true, parent = (object?)null },
        children = new { nodes = id == "230400" ? new[] { SampleCity.Unit("230402"), SampleCity.Unit("230404") } : [SampleCity.Unit("230402-s01"), SampleCity.Unit("230402-s02")] },
        series = Years(),
    };

    private static object Series(string unit, string code) => new { orgUnit = UnitOf(unit), indicator = new { code }, points = Years() };

    private static object UnitOf(string id) => id.Contains("-s", StringComparison.Ordinal)
        ? new { id, name = "第一小学", nameEn = (string?)null, level = "SCHOOL", synthetic = true }
        : SampleCity.Unit(id);

    private static object[] Years() =>
    [
        .. new[] { "2020", "2021", "2022", "2023", "2024", "2025" }.Select((period, column) =>
            SampleCity.Reading(period, 40 + column, 400 + (10 * column), 1000, "COMPUTED", null, column == 0 ? null : 1)),
    ];
}
