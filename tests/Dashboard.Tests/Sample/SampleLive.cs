namespace EduAnalytics.Dashboard.Tests.Sample;

/// <summary>What is happening in the sample city: one city, one district, one school.</summary>
public static class SampleLive
{
    public const string City = "230400";
    public const string District = "230402";
    public const string School = "230402-s01";

    internal static object Reach() => new { reach = new[] { Named(City, "CITY") } };

    internal static object Answer(string unit) => new
    {
        dropout = SampleCity.Indicator("dropout.rate"),
        fitness = SampleCity.Indicator("fitness.excellent_good_rate"),
        orgUnit = unit switch
        {
            City => About(City, "CITY", null, Child(District, "DISTRICT", 3, 500)),
            District => About(District, "DISTRICT", Named(City, "CITY"), Child(School, "SCHOOL", 1, 100)),
            School => About(School, "SCHOOL", Named(District, "DISTRICT")),
            _ => null,
        },
        activity = Activity(submissions: 2),
        recentChanges = Array.Empty<object>(),
    };

    internal static object Pulse(int submissions, params object[] changes) => new { activity = Activity(submissions), recentChanges = changes };

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
            orgUnit = Named(unit, unit == School ? "SCHOOL" : unit == City ? "CITY" : "DISTRICT"),
            indicator = new { code = "dropout.rate" },
        },
    };

    /// <summary>A dropout rate that moved within the hour.</summary>
    public static object Moved(string unit, string level, decimal? before, decimal value, string period = "2026", string at = "2026-11-24T01:00:00Z") => new
    {
        orgUnit = Named(unit, level),
        indicator = SampleCity.Indicator("dropout.rate"),
        period,
        before,
        value,
        statusBefore = "MET",
        status = "MISSED",
        basis = "COMPUTED",
        changedAt = at,
        times = 1,
    };

    private static object Activity(int submissions) => new
    {
        countedSince = "2026-11-24T00:00:00Z",
        today = new object[]
        {
            new { kind = "FIGURES", submissions = 0, lines = (int?)0 },
            new { kind = "ENROLMENT", submissions, lines = (int?)null },
        },
        minutes = new[] { new { start = "2026-11-24T00:59:00Z", submissions } },
    };

    private static object About(string id, string level, object? parent, params object[] children) => new
    {
        id,
        name = NameOf(id),
        nameEn = id,
        level,
        synthetic = true,
        inReach = true,
        dropout = Course(7, 1000),
        fitness = Course(400, 800),
        parent,
        children = new { nodes = children },
    };

    private static object Child(string id, string level, decimal count, decimal enrolled) =>
        new { id, name = NameOf(id), nameEn = id, level, synthetic = true, inReach = true, dropout = Course(count, enrolled), fitness = Course(200, 400) };

    private static object Named(string id, string level) => new { id, name = NameOf(id), nameEn = id, level, synthetic = true, inReach = true };

    private static string NameOf(string id) => id switch { City => "鹤岗市", District => "向阳区", _ => "第一小学" };

    private static object[] Course(decimal numerator, decimal denominator) =>
        [SampleCity.Reading("2026", numerator / denominator * 100, numerator, denominator, "COMPUTED", null, null)];
}
