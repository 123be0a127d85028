namespace EduAnalytics.Dashboard.Tests.Sample;

/// <summary>The sample city's real district with its indicators; any other id is unknown.</summary>
public static class SampleUnit
{
    private static readonly string[] Codes = ["dropout.rate", "fitness.excellent_good_rate", "preschool.public_share"];

    internal static object Unit(string id) => new
    {
        orgUnit = id != "230404" ? null : new
        {
            id,
            name = "南山区",
            nameEn = "Nanshan",
            level = "DISTRICT",
            synthetic = false,
            stages = new[] { "KINDERGARTEN", "PRIMARY", "JUNIOR" },
            parent = new { id = "230400", name = "鹤岗市", nameEn = "Hegang", level = "CITY", synthetic = true, parent = (object?)null },
            children = new { totalCount = 7 },
            findings = new object[]
            {
                new
                {
                    id = "required", rule = "required.compulsory", severity = "INFO", message = "没有辍学率数据", messageEn = "No dropout rate", period = "2024",
                    subject = "dropout.rate", definition = new { name = "应有数据", nameEn = "Required", why = "空缺", whyEn = "Gap" },
                    sources = Array.Empty<object>(),
                },
                new
                {
                    id = "staff", rule = "parts.staff", severity = "WARNING", message = "17 + 71 ≠ 91，相差 3", messageEn = "17 + 71 is not 91, 3 missing", period = "2024",
                    subject = "preschool.staff", definition = new { name = "合计不符", nameEn = "Parts", why = "合计", whyEn = "Sum" },
                    sources = new[] { new { document = "自评报告", section = "一(四)1", quote = "17人为在编人员", submissionId = "report-2024", recordedAt = "2026-05-01T08:00:00Z" } },
                },
            },
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

    internal static object Standards(SampleCity city) => new
    {
        orgUnit = new { complianceHistory = new[] { SampleStandards.Standing("2024", city.SilentUnits()) } },
        standards = new[] { new { code = SampleStandards.Code, name = "优质均衡", nameEn = "Quality-balanced" } },
    };

    /// <summary>One of two kindergartens misses what the district misses.</summary>
    internal static object Below(SampleCity city) => new
    {
        all = Rows(
            [.. city.SilentUnits().Select(unit => new { code = "UNIT_SILENT", orgUnit = unit })],
            new { orgUnit = Kindergarten("songhe", "松鹤幼儿园"), indicator = new { code = "preschool.public_share" }, points = new[] { new { period = "2024", status = "MISSED" } } },
            new { orgUnit = Kindergarten("pingan", "平安幼儿园"), indicator = new { code = "preschool.public_share" }, points = new[] { new { period = "2024", status = "MET" } } }),
    };

    private static object Kindergarten(string id, string name) => new { id, name, nameEn = (string?)null, level = "SCHOOL", synthetic = false };

    private static object Rows(params object[] series) => new { series };

    private static object Rows(object[] warnings, params object[] series) => new { warnings, series };

    private static object Row(string unit, string indicator, params object[] points) =>
        new { orgUnit = new { id = unit }, indicator = new { code = indicator }, points };
}
