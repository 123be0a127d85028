namespace EduAnalytics.Dashboard.Tests.Sample;

/// <summary>What is happening in the sample city: one city, one district, one school.</summary>
public static class SampleLive
{
    public const string City = "230400";
    public const string District = "230402";
    public const string School = "230402-s01";

    internal static object Answer() => new
    {
        dropout = SampleCity.Indicator("dropout.rate"),
        fitness = SampleCity.Indicator("fitness.excellent_good_rate"),
        cities = new
        {
            nodes = new[]
            {
                new
                {
                    id = City, name = "鹤岗市", nameEn = "Hegang", level = "CITY", synthetic = true,
                    dropout = Course(7, 1000), fitness = Course(400, 800),
                    children = new
                    {
                        nodes = new[]
                        {
                            new
                            {
                                id = District, name = "向阳区", nameEn = "Xiangyang", level = "DISTRICT", synthetic = true,
                                dropout = Course(3, 500), fitness = Course(200, 400),
                                children = new { nodes = new[] { SchoolUnit } },
                            },
                        },
                    },
                },
            },
        },
    };

    /// <summary>An event of the subscription: so many dropped out of so many.</summary>
    public static object DroppedOut(string unit, decimal count, decimal enrolled, int version) => new
    {
        indicatorChanged = new
        {
            period = "2026",
            stage = (string?)null,
            value = count / enrolled * 100,
            numerator = count,
            denominator = enrolled,
            basis = "COMPUTED",
            reported = (decimal?)null,
            target = (decimal?)null,
            status = "NO_TARGET",
            change = (decimal?)null,
            suppression = (string?)null,
            asOf = "2026-11-24T01:02:03Z",
            reportedUnits = (int?)null,
            expectedUnits = (int?)null,
            version,
            orgUnit = unit == School
                ? SchoolUnit
                : new { id = unit, name = unit, nameEn = unit, level = unit == City ? "CITY" : "DISTRICT", synthetic = true },
            indicator = new { code = "dropout.rate" },
        },
    };

    private static object SchoolUnit => new { id = School, name = "第一小学", nameEn = "No. 1 Primary", level = "SCHOOL", synthetic = true };

    private static object[] Course(decimal numerator, decimal denominator) =>
        [SampleCity.Reading("2026", numerator / denominator * 100, numerator, denominator, "COMPUTED", null, null)];
}
