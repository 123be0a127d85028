namespace EduAnalytics.Dashboard.Tests.Sample;

/// <summary>
/// One standard over the sample city's real district: two criteria of every primary school under a rule that one may be
/// missed where it stands at 85 hundredths, the variation of the first, and a value of the district itself.
/// </summary>
public static class SampleStandards
{
    public const string Code = "quality-balanced-2017";

    internal static readonly object Standard = new
    {
        code = Code,
        name = "优质均衡",
        nameEn = "Quality-balanced",
        source = "教督〔2017〕6号",
        sourceConfirmed = true,
        criteria = new[]
        {
            Criterion("teachers-primary", "骨干教师", "EACH_SCHOOL", "PRIMARY", 1m),
            Criterion("area-primary", "教学用房", "EACH_SCHOOL", "PRIMARY", 4.5m, indicator: "fitness.excellent_good_rate"),
            Criterion("rule-primary", "总体要求", "MOST_OF", "PRIMARY", 1m, counted: ["teachers-primary", "area-primary"]),
            Criterion("spread-primary", "骨干教师校际差异", "SPREAD", "PRIMARY", 0.5m, comparison: "AT_MOST", spreadOf: ["preschool.public_share"]),
            Criterion("spread-area-primary", "教学用房校际差异", "SPREAD", "PRIMARY", 0.5m, comparison: "AT_MOST", spreadOf: ["fitness.excellent_good_rate", "dropout.rate"]),
            Criterion("public-share", "公办园占比", "OWN_VALUE", null, 50m, confirmed: false),
        },
        notComputed = new[] { new { section = "一(八)", name = "社会认可度", nameEn = "Recognition", reason = "取自问卷。", reasonEn = "From a questionnaire." } },
    };

    /// <summary>Missed in all three years known.</summary>
    internal static object Unit(string id) => new
    {
        orgUnit = id is "230404" or "230400" ? Unit(id, id == "230404" ? "DISTRICT" : "CITY") : null,
        standards = new[] { Standard },
    };

    /// <summary>The first school falls short of both criteria, of the second by more than the rule lets pass; the second meets all.</summary>
    internal static object Report() => new
    {
        orgUnit = new
        {
            compliance = new
            {
                status = "MISSED",
                results = new[]
                {
                    Result("teachers-primary", First, 0.9m, "MISSED", -0.1m, Remedy(First, "骨干教师", "people", 3)),
                    Result("teachers-primary", Second, 1.2m, "MET", 0.2m),
                    Result("area-primary", First, 3.6m, "MISSED", -0.9m, Remedy(First, "教学用房面积", "square metres", 120.5m)),
                    Result("area-primary", Second, 5m, "MET", 0.5m),
                    Result("rule-primary", First, 0, "MISSED", -1, Remedy(First, "骨干教师", "people", 3), Remedy(First, "教学用房面积", "square metres", 30)),
                    Result("rule-primary", Second, 2, "MET", 1),
                    Result("spread-primary", SampleCity.Unit("230404"), 0.4155m, "MET", 0.0845m),
                    Result("spread-area-primary", SampleCity.Unit("230404"), 0.31m, "MET", 0.19m),
                    Result("public-share", SampleCity.Unit("230404"), null, "NO_DATA", null),
                },
            },
        },
    };

    /// <summary>Nanshan, and the district that does not answer, where there is one.</summary>
    internal static object Districts(SampleCity city) => new
    {
        orgUnit = new
        {
            children = new { nodes = city.Silent is null ? new[] { District(city, "230404") } : [District(city, "230404"), District(city, city.Silent)] },
        },
    };

    private static object District(SampleCity city, string id)
    {
        var (met, missed, noData) = city.Silent == id ? (0, 0, 2) : (1, 1, 0);
        return new
        {
            id,
            name = id == "230404" ? "南山区" : "向阳区",
            nameEn = id == "230404" ? "Nanshan" : "Xiangyang",
            level = "DISTRICT",
            synthetic = false,
            compliance = new
            {
                standard = new { code = Code },
                period = "2024",
                status = missed > 0 ? "MISSED" : "NO_DATA",
                met,
                missed,
                noData,
                tallies = new[] { new { criterion = new { code = "rule-primary" }, met, missed, noData } },
                silent = city.SilentUnits(id),
            },
        };
    }

    internal static object Overview() => new
    {
        standards = new[] { Standard },
        cities = new
        {
            nodes = new[]
            {
                new
                {
                    id = "230400", name = "鹤岗市", nameEn = "Hegang", level = "CITY", synthetic = true,
                    children = new
                    {
                        nodes = new[]
                        {
                            new { id = "230404", name = "南山区", nameEn = "Nanshan", level = "DISTRICT", synthetic = false, complianceHistory = new[] { Standing("2024") } },
                            new { id = "230402", name = "向阳区", nameEn = "Xiangyang", level = "DISTRICT", synthetic = true, complianceHistory = Array.Empty<object>() },
                        },
                    },
                },
            },
        },
    };

    internal static object Standing(string period, params object[] silent) =>
        new { standard = new { code = Code }, period, status = "MISSED", met = 5, missed = 3, noData = 1, silent };

    private static object First => School("230404-yifu-primary", "逸夫小学");

    private static object Second => School("230404-nanshan-primary", "南山小学");

    private static object Unit(string id, string level) => new
    {
        id,
        name = level == "CITY" ? "鹤岗市" : "南山区",
        nameEn = level == "CITY" ? "Hegang" : "Nanshan",
        level,
        synthetic = level == "CITY",
        parent = level == "CITY" ? null : new { id = "230400", name = "鹤岗市", nameEn = "Hegang", level = "CITY", synthetic = true, parent = (object?)null },
        children = new
        {
            nodes = level == "CITY" ? [] : new object[]
            {
                new { id = "230404-yifu-primary", name = "逸夫小学", nameEn = (string?)null, level = "SCHOOL", synthetic = false, form = (string?)null },
                new { id = "230404-far", name = "山里教学点", nameEn = (string?)null, level = "SCHOOL", synthetic = false, form = "TEACHING_POINT" },
            },
        },
        complianceHistory = new[] { Standing("2022"), Standing("2023"), Standing("2024") },
    };

    private static object Criterion(
        string code, string name, string scope, string? stage, decimal threshold, string comparison = "AT_LEAST", string[]? counted = null,
        string[]? spreadOf = null, bool confirmed = true, string indicator = "preschool.public_share") => new
        {
            code,
            name,
            nameEn = code,
            indicator = SampleCity.Indicator(indicator),
            stage,
            threshold,
            comparison,
            scope,
            counted = counted ?? [],
            restShare = counted is null ? (decimal?)null : 0.85m,
            spreadOf = spreadOf ?? [],
            section = (string?)null,
            source = "教督〔2017〕6号",
            sourceConfirmed = confirmed,
            sourceDoubt = confirmed ? null : "the number",
        };

    private static object Result(string criterion, object orgUnit, decimal? value, string status, decimal? margin, params object[] remedies) => new
    {
        criterion = new { code = criterion },
        orgUnit,
        value,
        status,
        margin,
        basis = "COMPUTED",
        schools = (int?)null,
        expectedSchools = (int?)null,
        obstacle = (string?)null,
        remedies,
    };

    private static object Remedy(object orgUnit, string name, string unit, decimal amount) =>
        new { measure = name, measureName = name, measureNameEn = name, unit, amount, orgUnit };

    private static object School(string id, string name) => new { id, name, nameEn = (string?)null, level = "SCHOOL", synthetic = false };
}
