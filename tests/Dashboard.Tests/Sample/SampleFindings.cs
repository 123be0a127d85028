namespace EduAnalytics.Dashboard.Tests.Sample;

/// <summary>Findings about the sample city and its real district; what was found of 2026 is of a year that still runs.</summary>
public static class SampleFindings
{
    internal static object Places() => new { reach = new[] { new { id = "230400" } } };

    /// <summary>As the gateway answers, an unknown unit is an error; see the tests that need one.</summary>
    internal static object Years(string unit) => new
    {
        orgUnit = unit == "230400"
            ? new { id = unit, name = "鹤岗市", nameEn = "Hegang", level = "CITY", synthetic = true, parent = (object?)null }
            : new { id = unit, name = "南山区", nameEn = "Nanshan", level = "DISTRICT", synthetic = false, parent = (object?)new { id = "230400", name = "鹤岗市", nameEn = "Hegang", level = "CITY", synthetic = true, parent = (object?)null } },
        allFindings = new { counts = new { periods = new[] { Count("2024", 3), Count("2024H1", 1), Count("2025", 2), Count("2026", 1) } } },
    };

    /// <param name="word">What is said of the second finding; null while it is open.</param>
    internal static object List(IReadOnlyDictionary<string, object?> variables, object? word = null) => new
    {
        allFindings = new
        {
            totalCount = 70,
            skipped = variables["after"] is null ? 0 : 30,
            nodes = new[]
            {
                Finding("CRITICAL", "target.missed", "2023年优良率为3.4%", [3.4m, 50m]),
                Finding("WARNING", "parts.staff", "17 + 71 ≠ 91", [17, 71, 91], word),
                Finding("WARNING", "parts.staff", "2 + 2 ≠ 5", [2, 2, 5], new { by = "王老师", note = "复核过", at = "2026-11-20T08:00:00Z" }),
            },
            pageInfo = new { hasNextPage = true, endCursor = "next" },
            counts = new
            {
                periods = new[] { Count("2024", 3), Count("2025", 2) },
                severities = new object[] { new { severity = "CRITICAL", count = 1 }, new { severity = "WARNING", count = 2 } },
                rules = new[] { new { definition = new { code = "parts.staff", name = "合计不符", nameEn = "Parts" }, count = 2 } },
                states = new object[] { new { state = "OPEN", count = 69 }, new { state = "ACKNOWLEDGED", count = 1 } },
                orgUnits = new object[]
                {
                    new { orgUnit = City, count = 3, newest = "2026" },
                    new { orgUnit = District, count = 0, newest = "2024" },
                },
            },
        },
    };

    internal static object Summary() => new
    {
        standards = new[] { new { code = SampleStandards.Code, name = "优质均衡", nameEn = "Quality-balanced" } },
        cities = new
        {
            nodes = new[]
            {
                new
                {
                    id = "230400",
                    synthetic = true,
                    children = new
                    {
                        nodes = new[]
                        {
                            new { complianceHistory = new[] { new { standard = new { code = SampleStandards.Code }, status = "MISSED" } } },
                            new { complianceHistory = new[] { new { standard = new { code = SampleStandards.Code }, status = "MET" } } },
                            new { complianceHistory = new[] { new { standard = new { code = SampleStandards.Code }, status = "NO_DATA" } } },
                        },
                    },
                },
            },
        },
    };

    private static object City => new { id = "230400", name = "鹤岗市", nameEn = "Hegang", level = "CITY", synthetic = true };

    private static object District => SampleCity.Unit("230404");

    private static object Count(string period, int count) => new { period, count };

    /// <summary>The last of them is a target, or a total that came in a file; the others are stated in the report.</summary>
    private static object Number(string rule, decimal value, bool isLast)
    {
        var isTarget = isLast && rule == "target.missed";
        return new
        {
            label = isTarget ? "优良率目标（不低于）" : isLast ? "幼儿园教职工数" : "幼儿园在编教职工数",
            labelEn = isTarget ? "Target for the rate (at least)" : "Kindergarten staff",
            value,
            unit = isTarget ? "percent" : "people",
            kind = isTarget ? "TARGET" : "STATED",
            period = "2024",
            stage = (string?)null,
            setBy = isTarget ? "国发〔2019〕13号" : null,
            indicator = isTarget ? null : new { code = "preschool.insured_share" },
            sources = isTarget ? [] : new object[]
            {
                new
                {
                    document = "自评报告",
                    section = "一(四)1",
                    quote = rule == "parts.staff" && !isLast ? "17人为在编人员" : null,
                    submissionId = "report-2024",
                    recordedAt = "2026-05-01T08:00:00Z",
                    file = isLast ? "教职工.xlsx" : null,
                    line = isLast ? 7 : (int?)null,
                    orgUnit = District,
                },
            },
        };
    }

    private static object Finding(string severity, string rule, string message, decimal[] values, object? acknowledgement = null) => new
    {
        id = $"{rule}-{values[0]}",
        acknowledgement,
        rule,
        severity,
        message,
        messageEn = message,
        period = "2025",
        subject = "preschool.public_share",
        stage = (string?)null,
        values,
        numbers = values.Select((value, i) => Number(rule, value, i == values.Length - 1)),
        orgUnit = District,
        definition = new { name = rule == "parts.staff" ? "合计不符" : "未达到目标", nameEn = rule, why = "须知", whyEn = "to be known" },
        sources = new[] { new { document = "自评报告", section = "一(四)1", quote = rule == "parts.staff" ? "17人为在编人员" : null, submissionId = "report-2024", recordedAt = "2026-05-01T08:00:00Z" } },
    };
}
