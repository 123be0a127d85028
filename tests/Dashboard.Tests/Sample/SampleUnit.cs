namespace EduAnalytics.Dashboard.Tests.Sample;

/// <summary>The sample city's real district with its indicators; any other id is unknown.</summary>
public static class SampleUnit
{
    private static readonly string[] Codes = ["dropout.rate", "fitness.excellent_good_rate", "preschool.public_share"];

    internal static object Unit(string id) => new
    {
        orgUnit = id != "230404" ? null : new
        {
            id, name = "南山区", nameEn = "Nanshan", level = "DISTRICT", synthetic = false,
            stages = new[] { "KINDERGARTEN", "PRIMARY", "JUNIOR" },
            parent = new { id = "230400", name = "鹤岗市", nameEn = "Hegang", level = "CITY", synthetic = true, parent = (object?)null },
            children = new { totalCount = 7 },
        },
        indicators = Codes.Select(SampleCity.Indicator),
    };

    /// <summary>Dropout has targets by stage only, fitness one value in 2023, the public share two.</summary>
    internal static object Figures(IReadOnlyDictionary<string, object?> variables)
    {
        var primary = (IReadOnlyList<string>)variables["primary"]!;
        return new
        {
            all = Rows(
                Row("230404", "dropout.rate", SampleCity.Reading("2024", 0.4m, 4, 1000, "COMPUTED", null, null, target: null)),
                Row("230404", "preschool.public_share",
                    SampleCity.Reading("2023", 22.7m, null, null, "REPORTED", null, null),
                    SampleCity.Reading("2024", 28.77m, 530, 1842, "COMPUTED", 28.8m, 6.07m)),
                Row("230400", "preschool.public_share", SampleCity.Reading("2024", 61m, 610, 1000, "COMPUTED", null, 1))),
            primary = primary.Contains("dropout.rate")
                ? Rows(Row("230404", "dropout.rate", SampleCity.Reading("2024", 0.5m, 3, 600, "COMPUTED", null, null, target: 0.6m, status: "MET")))
                : null,
        };
    }

    private static object Rows(params object[] series) => new { series };

    private static object Row(string unit, string indicator, params object[] points) =>
        new { orgUnit = new { id = unit }, indicator = new { code = indicator }, points };
}
