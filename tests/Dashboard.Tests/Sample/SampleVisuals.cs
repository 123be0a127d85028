namespace EduAnalytics.Dashboard.Tests.Sample;

/// <summary>The answers behind the plots that have a question of their own.</summary>
internal static class SampleVisuals
{
    /// <summary>Two districts; of the indicators asked for, the last one has no value anywhere.</summary>
    public static object StatusMap(IReadOnlyDictionary<string, object?> variables)
    {
        var codes = (IReadOnlyList<string>)variables["indicators"]!;
        var period = (string)variables["period"]!;
        return new
        {
            comparison = new
            {
                series = new[] { "230402", "230404" }.SelectMany(unit => codes.Select((code, column) => new
                {
                    orgUnit = SampleCity.Unit(unit),
                    indicator = new { code },
                    points = new[]
                    {
                        column == codes.Count - 1
                            ? SampleCity.Reading(period, null, null, null, "COMPUTED", null, null, target: null, status: "NO_DATA")
                            : SampleCity.Reading(period, unit == "230402" ? 60 : 40, 6, 10, "COMPUTED", null, null, status: unit == "230402" ? "MET" : "MISSED"),
                    },
                })),
            },
        };
    }

    /// <summary>A district with six schools, one of which has no value, or a city with two such districts.</summary>
    public static object Schools(SampleCity city, IReadOnlyDictionary<string, object?> variables) => new
    {
        orgUnit = new
        {
            id = variables["unit"],
            name = "鹤岗市",
            nameEn = "Hegang",
            level = (bool)variables["byDistrict"]! ? "CITY" : "DISTRICT",
            synthetic = false,
            value = new { target = 50 },
            distribution = (bool)variables["byDistrict"]! ? null : Spread("a"),
            children = (bool)variables["byDistrict"]! ? new { nodes = new[] { District(city, "230402", "a"), District(city, "230403", "b") } } : null,
        },
    };

    private static object District(SampleCity city, string id, string prefix) => new
    {
        id,
        name = id,
        nameEn = (string?)null,
        level = "DISTRICT",
        synthetic = true,
        distribution = city.Silent == id ? new { lowerQuartile = (int?)null, median = (int?)null, upperQuartile = (int?)null, silent = city.SilentUnits(), schools = Array.Empty<object>() } : Spread(prefix),
    };

    private static object Spread(string prefix) => new
    {
        lowerQuartile = 44,
        median = 46,
        upperQuartile = 48,
        schools = new decimal?[] { 44, 45, 46, 48, 3, null }.Select((value, i) => new
        {
            orgUnit = new { id = $"{prefix}{i}", name = $"学校{i}", nameEn = (string?)null, level = "SCHOOL", synthetic = true },
            value,
            numerator = value * 2,
            denominator = value is null ? (int?)null : 200,
            basis = "COMPUTED",
            reported = (decimal?)null,
            suppression = (string?)null,
            asOf = (string?)null,
        }),
    };
}
