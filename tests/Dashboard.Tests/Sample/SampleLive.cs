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
    public static object DroppedOut(string unit, decimal count, decimal enrolled, int version) =>
        Changed(unit, null, count, enrolled, null, "NO_TARGET", version);

    /// <summary>An event of the subscription: the junior stage, whose target is 1.8 per cent.</summary>
    public static object JuniorDroppedOut(string unit, decimal count, decimal enrolled, int version, string period = "2026") =>
        Changed(unit, "JUNIOR", count, enrolled, 1.8m, count / enrolled * 100 > 1.8m ? "MISSED" : "MET", version, period);

    private static object Changed(
        string unit, string? stage, decimal count, decimal enrolled, decimal? target, string status, int version, string period = "2026") => new
        {
            indicatorChanged = new
            {
                period,
                stage,
                value = count / enrolled * 100,
                numerator = count,
                denominator = enrolled,
                basis = "COMPUTED",
                reported = (decimal?)null,
                target,
                status,
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
        dropout = Course(7, 1000, target: null),
        fitness = Course(400, 800),
        primary = Array.Empty<object>(),
        junior = Array.Empty<object>(),
        senior = Array.Empty<object>(),
        parent,
        children = new { nodes = children },
    };

    private static object Child(string id, string level, decimal count, decimal enrolled) =>
        new
        {
            id,
            name = NameOf(id),
            nameEn = id,
            level,
            synthetic = true,
            inReach = true,
            dropout = Course(count, enrolled, target: null),
            fitness = Course(200, 400),
            primary = new[] { Stage("2025", "PRIMARY", 0.7m, 0.6m, "MISSED", 1), Stage("2026", "PRIMARY", 0.4m, 0.6m, "MET", 1), Stage("2026H2", "PRIMARY", 0.9m, null, "NO_TARGET", 1) },
            junior = new[] { Stage("2026", "JUNIOR", 1.2m, 1.8m, "MET", 1) },
            senior = Array.Empty<object>(),
        };

    private static object Stage(string period, string stage, decimal value, decimal? target, string status, int version) =>
        new { period, stage, value, target, status, version };

    private static object Named(string id, string level) => new { id, name = NameOf(id), nameEn = id, level, synthetic = true, inReach = true };

    private static string NameOf(string id) => id switch { City => "鹤岗市", District => "向阳区", _ => "第一小学" };

    private static object[] Course(decimal numerator, decimal denominator, decimal? target = 50) =>
        [SampleCity.Reading("2026", numerator / denominator * 100, numerator, denominator, "COMPUTED", null, null, target: target)];
}
