using CsCheck;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Domain.Tests;

/// <summary>A city's values follow from its schools: into which districts they fall, and in which order they came, says nothing.</summary>
public class GroupingTests
{
    private static readonly Formula.Ratio booksPerStudent = new(["books"], ["students"], 100);

    private static readonly Catalogue catalogue = new(
        [Measure("books"), Measure("students")],
        [
            Indicator("books.per_student", booksPerStudent),
            Indicator("books.variation", new Formula.Variation(booksPerStudent)),
            Indicator("books.share", new Formula.ShareOfSchools("books")),
        ],
        [],
        [new MeasureUnit("count", "个", "count", Whole: true, Additive: true)]);

    private static readonly OrgUnit city = Unit("230400", OrgUnitLevel.City, null);

    [Fact]
    public void The_citys_values_are_the_same_under_every_grouping_and_order()
    {
        var school = Gen.Select(Gen.Int[1, 900], Gen.Int[0, 20_000]);
        Gen.Select(school.Array[2, 15], Gen.Int[1, 5], Gen.Int[1, 5], Gen.Int).Sample((schools, few, many, seed) =>
        {
            var grouped = ValuesOf([.. schools.Select((one, n) => (one.Item1, one.Item2, District: n % few))]);
            var other = schools.Select((one, n) => (one.Item1, one.Item2, District: (n * 7) % many)).ToArray();
            new Random(seed).Shuffle(other);

            Assert.Equal(grouped, ValuesOf(other));
        });
    }

    [Fact]
    public void A_city_of_one_district_has_that_districts_values()
    {
        Gen.Select(Gen.Int[1, 900], Gen.Int[0, 20_000]).Array[2, 15].Sample(schools =>
        {
            var students = schools.Sum(one => (decimal)one.Item1);
            var books = schools.Sum(one => (decimal)one.Item2);

            Assert.Equal(Math.Round(books / students * 100, 6, MidpointRounding.AwayFromZero), ValuesOf([.. schools.Select(one => (one.Item1, one.Item2, 0))])[0]);
        });
    }

    /// <summary>Ratio, spread and share of the city over schools, each in a district.</summary>
    private static List<decimal?> ValuesOf((int Students, int Books, int District)[] schools)
    {
        var units = schools.Select((one, n) => Unit($"2304{one.District + 50}-s{n}", OrgUnitLevel.School, $"2304{one.District + 50}")).ToList();
        var districts = units.Select(unit => unit.Parent!.Value.Code).Distinct().Select(code => Unit(code, OrgUnitLevel.District, "230400")).ToList();
        var tree = new OrgUnitTree([city, .. districts, .. units], 1);
        var above = new RollUp(catalogue);
        foreach (var district in districts)
        {
            var rollUp = new RollUp(catalogue);
            foreach (var (unit, n) in units.Select((unit, n) => (unit, n)).Where(pair => pair.unit.Parent == district.Id))
                rollUp.Accept(unit, RowOf(unit, new SchoolMeasures(unit, Stating(schools[n].Students, schools[n].Books), catalogue)), []);
            above.Accept(district, RowOf(district, new AuthorityMeasures(district, tree, new AuthorityLedger(), rollUp, catalogue)), []);
        }

        var measures = new AuthorityMeasures(city, tree, new AuthorityLedger(), above, catalogue);
        return [.. catalogue.Indicators.Select(indicator => IndicatorCalculator.Evaluate(indicator, Field.Year2024, null, measures).Value)];
    }

    private static RowUpdate RowOf(OrgUnit unit, IMeasures measures)
    {
        var row = new Row(unit.Id);
        row.Refresh(measures, measures.Keys);
        return row.Since(0);
    }

    private static SchoolLedger Stating(int students, int books)
    {
        var ledger = new SchoolLedger(SchoolStage.Primary);
        ledger.Apply(new FiguresReported("s", Field.Noon, new Source("年报", null),
            [new Figure("students", Field.Year2024, null, students), new Figure("books", Field.Year2024, null, books)]));
        return ledger;
    }

    private static OrgUnit Unit(string code, OrgUnitLevel level, string? parent) =>
        new(OrgUnitId.Parse(code), code, null, level, parent is null ? null : OrgUnitId.Parse(parent), level == OrgUnitLevel.School ? [SchoolStage.Primary] : [], false);

    private static Measure Measure(string code) => new(code, code, code, "count", true, true, [PeriodType.Year], []);

    private static Indicator Indicator(string code, Formula formula) =>
        new(code, code, code, "test", "count", 6, Direction.Neutral, code, null, formula, [PeriodType.Year], [], []);
}
