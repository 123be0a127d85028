using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Tests;

/// <summary>A small catalogue and a small city for tests: one city, two districts, a few schools.</summary>
internal static class Field
{
    public static readonly DateTimeOffset Noon = new(2024, 5, 22, 12, 0, 0, TimeSpan.FromHours(8));
    public static readonly DateOnly Today = new(2024, 11, 20);
    public static readonly Period Year2023 = Period.OfYear(2023);
    public static readonly Period Year2024 = Period.OfYear(2024);

    public static readonly OrgUnit City = Unit("230400", OrgUnitLevel.City, null);
    public static readonly OrgUnit District = Unit("230404", OrgUnitLevel.District, "230400");
    public static readonly OrgUnit Primary = Unit("230404-yifu-primary", OrgUnitLevel.School, "230404", SchoolStage.Primary);
    public static readonly OrgUnit Junior = Unit("230404-no12-middle", OrgUnitLevel.School, "230404", SchoolStage.Junior);
    public static readonly OrgUnit NineYear = Unit("230404-nine-year", OrgUnitLevel.School, "230404", SchoolStage.Primary, SchoolStage.Junior);
    public static readonly OrgUnit Kindergarten = Unit("230404-songhe-kindergarten", OrgUnitLevel.School, "230404", SchoolStage.Kindergarten);

    public static readonly OrgUnitTree Tree = new([City, District, Primary, Junior, NineYear, Kindergarten], 1);

    public static readonly Catalogue Catalogue = new(
        [
            Count(MeasureCodes.Enrolled), Count(MeasureCodes.DroppedOut), Count(MeasureCodes.Graduated), Count(MeasureCodes.FitnessTested),
            Count(MeasureCodes.FitnessExcellent), Count(MeasureCodes.FitnessGood), Count(MeasureCodes.FitnessPassed),
            new("preschool.children", "在园幼儿", "Children", "children", true, true, [PeriodType.Year], [SchoolStage.Kindergarten]),
            new("preschool.children_public", "公办园幼儿", "Public", "children", true, true, [PeriodType.Year], [SchoolStage.Kindergarten]),
            new("finance.allocated", "拨付", "Allocated", "CNY", false, true, [PeriodType.Year, PeriodType.HalfYear], []),
            new("staff.teacher_pay_average", "教师年均工资", "Teacher pay", "CNY", false, false, [PeriodType.Year], []),
            new("staff.civil_servant_pay_average", "公务员年均工资", "Civil servant pay", "CNY", false, false, [PeriodType.Year], []),
        ],
        [
            Rate("dropout.rate", [MeasureCodes.DroppedOut], [MeasureCodes.Enrolled], Direction.LowerIsBetter,
                new Target(SchoolStage.Primary, 2001, TargetComparison.AtMost, 0.6m, null)),
            Rate("fitness.excellent_good_rate", [MeasureCodes.FitnessExcellent, MeasureCodes.FitnessGood], [MeasureCodes.FitnessTested],
                Direction.HigherIsBetter,
                new Target(null, 2022, TargetComparison.AtLeast, 50, null), new Target(null, 2030, TargetComparison.AtLeast, 60, null)),
            Rate("preschool.public_share", ["preschool.children_public"], ["preschool.children"], Direction.HigherIsBetter,
                new Target(null, 2020, TargetComparison.AtLeast, 50, null)) with { Stages = [SchoolStage.Kindergarten] },
            Rate("staff.pay_ratio", ["staff.teacher_pay_average"], ["staff.civil_servant_pay_average"], Direction.HigherIsBetter,
                new Target(null, 2018, TargetComparison.AtLeast, 1, null)) with
            {
                Formula = new Formula.Ratio(["staff.teacher_pay_average"], ["staff.civil_servant_pay_average"], 1), Decimals = 3, Stages = [],
            },
            Rate("finance.allocated", [], [], Direction.HigherIsBetter) with
            {
                Formula = new Formula.Sum(["finance.allocated"]), PeriodTypes = [PeriodType.Year, PeriodType.HalfYear], Stages = [],
            },
            Rate("balance.variation_coefficient", [], [], Direction.LowerIsBetter,
                new Target(SchoolStage.Primary, 2012, TargetComparison.AtMost, 0.65m, null)) with { Formula = new Formula.Stated(), Decimals = 3 },
        ]);

    public static Period Year(int year) => Period.OfYear(year);

    private static Measure Count(string code) =>
        new(code, code, code, "students", true, true, [PeriodType.Year], [SchoolStage.Primary, SchoolStage.Junior, SchoolStage.Senior]);

    private static Indicator Rate(string code, string[] numerator, string[] denominator, Direction direction, params Target[] targets) =>
        new(code, code, code, "test", "percent", 2, direction, code, null, new Formula.Ratio([.. numerator], [.. denominator], 100),
            [PeriodType.Year], [SchoolStage.Primary, SchoolStage.Junior], [.. targets]);

    private static OrgUnit Unit(string id, OrgUnitLevel level, string? parent, params SchoolStage[] stages) =>
        new(OrgUnitId.Parse(id), id, null, level, parent is null ? null : OrgUnitId.Parse(parent), [.. stages], false);
}
