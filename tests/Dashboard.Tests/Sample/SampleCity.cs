using System.Globalization;
using System.Text.Json;
using EduAnalytics.Dashboard.GraphQL;

namespace EduAnalytics.Dashboard.Tests.Sample;

/// <summary>A city with a real district that has two figures and generated ones that have six years.</summary>
public sealed class SampleCity
{
    private static readonly (string Id, string Name, string NameEn)[] Names =
    [
        ("230402", "向阳区", "Xiangyang"), ("230403", "工农区", "Gongnong"), ("230404", "南山区", "Nanshan"),
        ("230405", "兴安区", "Xing'an"), ("230406", "东山区", "Dongshan"), ("230407", "兴山区", "Xingshan"),
        ("230421", "萝北县", "Luobei"), ("230422", "绥滨县", "Suibin"),
    ];

    /// <summary>Without any, the city is empty.</summary>
    public int Districts { get; init; } = Names.Length;

    /// <summary>The unit at and below which figures are for the reader; null for all.</summary>
    public string? Reach { get; init; }

    /// <summary>A district whose values are withheld from the reader, and why; null for none.</summary>
    public (string Unit, string Reason)? Withheld { get; init; }

    /// <summary>A unit that does not answer, and is in no count, spread or standard; null for none.</summary>
    public string? Silent { get; init; }

    /// <summary>What stands beside an answer in which a list has an element of the unit that does not answer.</summary>
    internal IEnumerable<GraphQLError> ErrorsOf(string operation) => Silent is not null && operation is ("Standards" or "DistrictsCompliance" or "ReportDetail")
        ? [new GraphQLError("It does not answer.", "TIMED_OUT", null, OrgUnit: Silent)]
        : [];

    internal object[] SilentUnits(string? at = null) => Silent is { } silent && (at ?? silent) == silent ? [Unit(silent)] : [];

    /// <summary>The answer to one of the dashboard's documents.</summary>
    public JsonElement Answer(string operation, IReadOnlyDictionary<string, object?> variables) =>
        JsonSerializer.SerializeToElement(operation switch
        {
            "Catalogue" => Catalogue(),
            "Compare" => Compare(variables),
            "Report" => SampleReport.First(this, variables),
            "ReportDetail" => SampleReport.Detail(this, variables),
            "Split" => SampleReport.Split(this, variables),
            "Origin" => Origin(variables),
            "LiveReach" => SampleLive.Reach(),
            "Live" => SampleLive.Answer((string)variables["unit"]!),
            "LivePulse" => SampleLive.Pulse(submissions: 2),
            "Unit" => SampleUnit.Unit((string)variables["unit"]!),
            "FindingPlaces" => SampleFindings.Places(),
            "FindingYears" => SampleFindings.Years((string)variables["unit"]!),
            "Findings" => SampleFindings.List(variables),
            "Summary" => SampleFindings.Summary(),
            "UnitStandards" => SampleUnit.Standards(this),
            "MissedBelow" => SampleUnit.Below(this),
            "ComplianceUnit" => SampleStandards.Unit((string)variables["unit"]!),
            "Compliance" => SampleStandards.Report(),
            "DistrictsCompliance" => SampleStandards.Districts(this),
            "Standards" => SampleStandards.Overview(),
            "StatusMap" => SampleVisuals.StatusMap(variables),
            "Schools" => SampleVisuals.Schools(this, variables),
            "UnitFigures" => SampleUnit.Figures(variables),
            _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "The sample city knows no such document."),
        });

    internal static object Unit(string id)
    {
        var (_, name, english) = Names.FirstOrDefault(one => one.Id == id, (Id: id, Name: "鹤岗市", NameEn: "Hegang"));
        return new { id, name, nameEn = english, level = "DISTRICT", synthetic = id != "230404" };
    }

    internal static object Indicator(string code) => code switch
    {
        "dropout.rate" => new
        {
            code,
            name = "辍学率",
            nameEn = "Dropout rate",
            group = "retention",
            unit = "percent",
            decimals = 2,
            direction = "LOWER_IS_BETTER",
            stages = new[] { "PRIMARY", "JUNIOR" },
            definition = "分子 ÷ 分母 × 100",
            definitionEn = "numerator over denominator",
            source = "教督〔2020〕1号",
        },
        "fitness.excellent_good_rate" => new
        {
            code,
            name = "体质健康优良率",
            nameEn = "Fitness excellent and good rate",
            group = "fitness",
            unit = "percent",
            decimals = 2,
            direction = "HIGHER_IS_BETTER",
            stages = new[] { "PRIMARY", "JUNIOR" },
            definition = "分子 ÷ 分母 × 100",
            definitionEn = "numerator over denominator",
            source = "教督〔2020〕1号",
        },
        "finance.allocated" => new
        {
            code,
            name = "教育资金拨付",
            nameEn = "Education funds allocated",
            group = "finance",
            unit = "CNY",
            decimals = 2,
            direction = "HIGHER_IS_BETTER",
            stages = Array.Empty<string>(),
            definition = "分子 ÷ 分母 × 100",
            definitionEn = "numerator over denominator",
            source = "教督〔2020〕1号",
        },
        _ => new
        {
            code,
            name = "公办园在园幼儿占比",
            nameEn = "Children in public kindergartens",
            group = "preschool",
            unit = "percent",
            decimals = 2,
            direction = "HIGHER_IS_BETTER",
            stages = new[] { "KINDERGARTEN" },
            definition = "分子 ÷ 分母 × 100",
            definitionEn = "numerator over denominator",
            source = "教督〔2020〕1号",
        },
    };

    private object Catalogue() => new
    {
        indicators = new[] { Indicator("preschool.public_share"), Indicator("finance.allocated") },
        reach = new[] { new { id = Reach ?? "230400", name = Reach is null ? "鹤岗市" : "逸夫小学", nameEn = (string?)null, level = "CITY", synthetic = false } },
        cities = new
        {
            nodes = new[]
            {
                new
                {
                    id = "230400", name = "鹤岗市", nameEn = "Hegang", level = "CITY", synthetic = false,
                    children = new { nodes = Names.Take(Districts).Select(one => new { id = one.Id, name = one.Name, nameEn = one.NameEn, level = "DISTRICT", synthetic = one.Id != "230404", inReach = Reach is null || Reach == one.Id }) },
                },
            },
        },
    };

    internal object Compare(IReadOnlyDictionary<string, object?> variables)
    {
        var units = variables.TryGetValue("units", out var named) && named is not null
            ? ((IReadOnlyList<string>)named).ToList()
            : [.. Names.Select(one => one.Id)];
        var finance = (string)variables["indicator"]! == "finance.allocated";
        string[] periods = finance
            ? ["2023", "2024", "2024H1"]
            : [.. Enumerable.Range(2020, 6).Select(year => year.ToString(CultureInfo.InvariantCulture))];
        return new
        {
            comparison = new
            {
                periods,
                warnings = units.Where(unit => unit != "230404").Select(unit => new
                {
                    code = "SYNTHETIC",
                    message = $"The records of {unit} are generated.",
                    orgUnit = Unit(unit),
                    periods,
                }),
                series = units.Select((unit, row) => new
                {
                    orgUnit = Unit(unit),
                    points = periods.Select((period, column) => Withheld is { } one && one.Unit == unit ? Hidden(period, one.Reason) : unit == "230404" ? Real(period) : Made(period, row, column)),
                }),
            },
            others = variables.GetValueOrDefault("withOthers") is true ? Others(variables, periods) : null,
        };
    }

    private static object Others(IReadOnlyDictionary<string, object?> variables, string[] periods) => new
    {
        series = ((IReadOnlyList<string>)variables["others"]!).Select((unit, row) => new
        {
            orgUnit = Unit(unit),
            points = periods.Select((period, column) => Made(period, row, column)),
        }),
    };

    private static object Origin(IReadOnlyDictionary<string, object?> variables) => new
    {
        indicator = Indicator((string)variables["indicator"]!),
        formula = new
        {
            terms = new[]
            {
                new { code = "preschool.children_public", name = "公办园在园幼儿数", nameEn = "Children in public kindergartens" },
                new { code = "preschool.children", name = "在园幼儿数", nameEn = "Children in kindergartens" },
            },
        },
        orgUnit = new
        {
            id = "230404",
            name = "南山区",
            nameEn = "Nanshan",
            level = "DISTRICT",
            synthetic = false,
            value = Reading("2024", 28.77m, 530, 1842, "COMPUTED", 28.8m, 6.07m, new
            {
                formula = "preschool.children_public ÷ preschool.children × 100 = 530 ÷ 1842 × 100 = 28.77",
                contributions = new[] { new { orgUnit = Unit("230404"), measure = "preschool.children_public", period = "2024", value = 530 } },
                sources = new[]
                {
                    Source("FIGURES", "自评报告", "一(三)1", "全区在园幼儿共计1842人", "seed-1", 1, "children.xlsx", 12),
                    Source("ENROLMENT", "Enrolment events", null, null, "autumn", 18),
                },
                sourceCount = 40,
                unitsSearched = 24,
                unitsBehind = 31,
            }),
        },
    };

    private static object Source(string kind, string document, string? section, string? quote, string submissionId, int lines, string? file = null, int? line = null) => new
    {
        kind,
        orgUnit = Unit("230404"),
        document,
        section,
        quote,
        recordedAt = "2026-11-24T01:02:03Z",
        submissionId,
        lines,
        file,
        line,
    };

    private static object Real(string period) => period switch
    {
        "2023" => Reading(period, 22.7m, null, null, "REPORTED", null, null),
        "2024" => Reading(period, 28.77m, 530, 1842, "COMPUTED", 28.8m, 6.07m),
        _ => Reading(period, null, null, null, "COMPUTED", null, null),
    };

    private static object Made(string period, int row, int column)
    {
        var value = 30m + (row * 7) + (column * 2.5m);
        return Reading(period, value, value * 10, 1000, "COMPUTED", null, column == 0 ? null : 2.5m);
    }

    private static object Hidden(string period, string reason) =>
        Reading(period, null, null, null, "COMPUTED", null, null, suppression: reason);

    internal static object Reading(
        string period, decimal? value, decimal? numerator, decimal? denominator, string basis, decimal? reported, decimal? change,
        object? explanation = null, decimal? target = 50, string? status = null, string? suppression = null) => new
        {
            period,
            stage = (string?)null,
            value,
            numerator,
            denominator,
            basis,
            reported,
            target,
            status = status is not null ? status : value is null ? "NO_DATA" : target is null ? "NO_TARGET" : value >= target ? "MET" : "MISSED",
            change,
            suppression,
            asOf = (string?)null,
            reportedUnits = (int?)null,
            expectedUnits = (int?)null,
            version = 1,
            explanation,
        };
}
