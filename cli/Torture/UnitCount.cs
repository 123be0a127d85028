using System.Text.Json;

namespace EduAnalytics.Cli.Torture;

/// <summary>The measures behind the indicators that are compared; no data counts as none.</summary>
internal readonly record struct UnitCount(
    decimal Enrolled, decimal DroppedOut, decimal Tested, decimal Passed, decimal ExcellentOrGood, decimal Screened, decimal Myopic)
{
    public static UnitCount operator +(UnitCount one, UnitCount other) => new(
        one.Enrolled + other.Enrolled,
        one.DroppedOut + other.DroppedOut,
        one.Tested + other.Tested,
        one.Passed + other.Passed,
        one.ExcellentOrGood + other.ExcellentOrGood,
        one.Screened + other.Screened,
        one.Myopic + other.Myopic);

    public static UnitCount Of(TorturedSchool school) => new(
        school.Enrolled, school.DroppedOut, school.Tested, school.Passed, school.ExcellentOrGood,
        school.Stated?.Screened ?? 0, school.Stated?.Myopic ?? 0);

    public static UnitCount Read(JsonElement unit) => new(
        Number(unit, "roll", "value"),
        Number(unit, "away", "value"),
        Number(unit, "passed", "denominator"),
        Number(unit, "passed", "numerator"),
        Number(unit, "good", "numerator"),
        Number(unit, "myopia", "denominator"),
        Number(unit, "myopia", "numerator"));

    private static decimal Number(JsonElement unit, string indicator, string part) =>
        unit.GetProperty(indicator) is { ValueKind: JsonValueKind.Object } value && value.GetProperty(part) is { ValueKind: not JsonValueKind.Null } number
            ? number.ValueKind == JsonValueKind.String ? decimal.Parse(number.GetString()!, System.Globalization.CultureInfo.InvariantCulture) : number.GetDecimal()
            : 0;
}
