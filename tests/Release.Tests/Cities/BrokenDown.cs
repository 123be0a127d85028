using EduAnalytics.Domain.Breakdowns;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Schools.Counting;

namespace EduAnalytics.Release.Tests.Cities;

/// <summary>A city whose schools' fitness results are known by grade and sex, two grades a stage.</summary>
internal sealed class BrokenDown
{
    public static readonly Period Year = Period.OfYear(2024);

    private static readonly CountedMeasure[] bands = [CountedMeasure.FitnessExcellent, CountedMeasure.FitnessGood, CountedMeasure.FitnessPassed];

    private readonly Dictionary<OrgUnitId, Dictionary<GradeAndSex, Dictionary<CountedMeasure, int>>> counts = [];

    /// <summary>The schools report what their cells add up to. Most have as many as the threshold in every cell.</summary>
    public BrokenDown((string[] Districts, int[] Numbers) made)
    {
        City = Towns.Make(made.Districts);
        var next = 0;
        int Next() => made.Numbers[next++ % made.Numbers.Length];
        foreach (var school in City.Tree.All.Where(unit => unit.Level == OrgUnitLevel.School))
        {
            var (cells, least) = (new Dictionary<GradeAndSex, Dictionary<CountedMeasure, int>>(), Next() is > 0 and < 4 ? 0 : Towns.Threshold);
            foreach (var stage in school.Stages)
            {
                foreach (var (grade, sex) in Cells(stage))
                {
                    var cell = bands.ToDictionary(band => band, _ => Next() is var few && few == 0 ? 0 : few + least);
                    cell.Add(CountedMeasure.FitnessTested, cell.Values.Sum() + Next() + least);
                    cells.Add(new GradeAndSex(grade, sex), cell);
                }

                City.Report(school.Id, [.. bands.Append(CountedMeasure.FitnessTested).Select(measure => new Figure(
                    CountedMeasures.CodeOf(measure), Year, stage, Cells(stage).Sum(cell => cells[new GradeAndSex(cell.Grade, cell.Sex)][measure])))]);
            }

            counts.Add(school.Id, cells);
        }
    }

    public City City { get; }

    /// <summary>The indicators that can be told by grade and sex here.</summary>
    public static IEnumerable<CountedIndicator> Indicators => indicators.Values;

    private static readonly Dictionary<string, CountedIndicator> indicators = new[] { "fitness.pass_rate", "fitness.excellent_good_rate" }
        .ToDictionary(code => code, code => CountedIndicator.Of(Shipped.Catalogue.FindIndicator(code)!, Year, Shipped.Catalogue, out _)!);

    /// <summary>What a reader who is nobody's staff may be told of: every breakdown, and whether it is shown.</summary>
    public IEnumerable<(OrgUnitId Unit, Formula.Ratio Ratio, CountedIndicator Counted, UnitBreakdown Breakdown, bool IsShown)> All() =>
        from indicator in indicators
        from unit in City.Tree.All
        let query = new BreakdownQuery(unit.Id, indicator.Key, Year)
        select (
            unit.Id, (Formula.Ratio)Shipped.Catalogue.FindIndicator(indicator.Key)!.Formula, indicator.Value, Of(query),
            OpenBreakdowns.IsShown(City.Tree, query, IsLarge, district => City.Tree.ChildrenOf(district.OrgUnit).All(school => IsLarge(district with { OrgUnit = school.Id }))));

    private UnitBreakdown Of(BreakdownQuery query)
    {
        if (!counts.TryGetValue(query.OrgUnit, out var cells))
            return UnitBreakdown.Sum(City.Tree.ChildrenOf(query.OrgUnit).Select(child => Of(query with { OrgUnit = child.Id })));
        return new UnitBreakdown(
            [.. cells.Select(cell => new CellCounts(cell.Key, [.. indicators[query.Indicator].Measures.Select(measure => cell.Value.GetValueOrDefault(measure))]))], true);
    }

    private bool IsLarge(BreakdownQuery query)
    {
        var counted = indicators[query.Indicator];
        return counted.MayBeShown(Of(query)) && !counted.ValuesOf(query.OrgUnit, Year).Any(value => Shipped.Catalogue.Counts
            .Behind(Shipped.Catalogue.FindIndicator(value.Indicator)!, value.Period, value.Stage).Any(cell => City.WhyWithheld(value.OrgUnit, cell) is not null));
    }

    private static IEnumerable<(int Grade, Sex Sex)> Cells(SchoolStage stage) =>
        from grade in stage switch { SchoolStage.Primary => new[] { 5, 6 }, SchoolStage.Junior => [7, 8], _ => [10, 11] }
        from sex in new[] { Sex.Female, Sex.Male }
        select (grade, sex);
}
