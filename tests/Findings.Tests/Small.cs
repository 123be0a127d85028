using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Findings.Tests;

/// <summary>One district with as many primary schools as a test needs, empty, under the shipped catalogue.</summary>
internal static class Small
{
    public const string City = "230400";
    public const string District = "230404";

    public static WorkedCity WithSchools(int count, SchoolStage stage = SchoolStage.Primary) =>
        new(Shipped.Catalogue, [Unit(City, OrgUnitLevel.City, null), Unit(District, OrgUnitLevel.District, City), .. Schools(count, stage)]);

    /// <summary>A city of districts without schools, each stating figures of its own.</summary>
    public static WorkedCity WithDistricts(int count) =>
        new(Shipped.Catalogue, [Unit(City, OrgUnitLevel.City, null), .. Enumerable.Range(0, count).Select(n => Unit(DistrictOf(n), OrgUnitLevel.District, City))]);

    public static string DistrictOf(int number) => $"2304{number + 50:00}";

    public static string School(int number) => $"{District}-s{number:000}";

    public static Figure Of(string code, int year, decimal value, SchoolStage? stage = null) => new(code, Period.OfYear(year), stage, value);

    public static Figure Primary(string code, int year, decimal value) => Of(code, year, value, SchoolStage.Primary);

    public static Figure Of(string code, string period, decimal value) => new(code, Period.Parse(period), null, value);

    public static IEnumerable<Finding> By(this IEnumerable<Finding> findings, string rule) =>
        findings.Where(finding => finding.Id.Rule == rule);

    private static IEnumerable<OrgUnit> Schools(int count, SchoolStage stage) =>
        Enumerable.Range(0, count).Select(n => Unit(School(n), OrgUnitLevel.School, District, stage));

    private static OrgUnit Unit(string id, OrgUnitLevel level, string? parent, params SchoolStage[] stages) =>
        new(OrgUnitId.Parse(id), id, null, level, parent is null ? null : OrgUnitId.Parse(parent), [.. stages], false);
}
