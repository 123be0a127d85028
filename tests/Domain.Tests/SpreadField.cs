using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Domain.Tests;

/// <summary>Primary schools of one district that state their books, doctors and pay, and indicators over them that are no sums.</summary>
internal static class SpreadField
{
    public static readonly Formula.Ratio BooksPerStudent = new(["books"], ["students"], 1);

    /// <summary>1 at every school: no spread at all.</summary>
    public static readonly Formula.Ratio DoctorsPerDoctor = new(["doctors"], ["doctors"], 1);

    public static readonly Catalogue Catalogue = new(
        [
            Measure("books", "volumes"), Measure("students", "students"), Measure("doctors", "people"), Measure("teachers", "people"),
            Measure("officials", "people"), Measure("teacher_pay", "CNY", additive: false), Measure("official_pay", "CNY", additive: false),
        ],
        [
            Indicator("books.variation", new Formula.Variation(BooksPerStudent), 4),
            Indicator("books.mean_variation", new Formula.Mean([new Formula.Variation(BooksPerStudent), new Formula.Variation(BooksPerStudent)]), 4),
            Indicator("books.largest_variation", new Formula.Largest([new Formula.Variation(DoctorsPerDoctor), new Formula.Variation(BooksPerStudent)]), 4),
            Indicator("doctors.share", new Formula.ShareOfSchools("doctors"), 2),
            Indicator("pay.ratio", new Formula.RatioOfAverages(
                new Derivation.Total("teacher_pay", "teachers"), new Derivation.Total("official_pay", "officials")), 3),
            Indicator("books.change", new Formula.Change(BooksPerStudent), 2),
            Indicator("targets.met", new Formula.TargetsMet([
                Indicator("books.variation", new Formula.Variation(BooksPerStudent), 4) with { Targets = [new Target(null, 2012, TargetComparison.AtMost, 0.6m, null)] },
                Indicator("doctors.share", new Formula.ShareOfSchools("doctors"), 2) with { Targets = [new Target(null, 2012, TargetComparison.AtLeast, 80, null)] },
            ]), 0),
        ]);

    public static IndicatorValue Evaluate(string code, IMeasures measures) =>
        IndicatorCalculator.Evaluate(Catalogue.FindIndicator(code)!, Field.Year2024, null, measures);

    public static (string, decimal)[][] SchoolsOf(params (int Students, int Books)[] schools) =>
        [.. schools.Select(school => new[] { ("students", (decimal)school.Students), ("books", (decimal)school.Books) })];

    public static AuthorityMeasures District(params (string Code, decimal Value)[][] schools) => Over(RollUpOf(schools));

    public static AuthorityMeasures Over(RollUp rollUp) => new(Field.District, Field.Tree, new AuthorityLedger(), rollUp, Catalogue);

    public static RollUp RollUpOf(params (string Code, decimal Value)[][] schools)
    {
        var rollUp = new RollUp(Catalogue);
        foreach (var (figures, index) in schools.Select((figures, index) => (figures, index)))
        {
            var unit = Field.Primary with { Id = OrgUnitId.Parse($"230404-s{index}") };
            var ledger = new SchoolLedger(SchoolStage.Primary);
            State(ledger, figures, Field.Year2024);
            var measures = new SchoolMeasures(unit, ledger, Catalogue);
            var row = new Row(unit.Id);
            row.Refresh(measures, measures.Keys);
            rollUp.Accept(unit, row.Since(0), []);
        }

        return rollUp;
    }

    public static void State(SchoolLedger ledger, (string Code, decimal Value)[] figures, Period period) =>
        ledger.Apply(new FiguresReported("s", Field.Noon, new Source("年报", null),
            [.. figures.Select(figure => new Figure(figure.Code, period, null, figure.Value))]));

    private static Measure Measure(string code, string unit, bool additive = true) =>
        new(code, code, code, unit, false, additive, [PeriodType.Year], []);

    private static Indicator Indicator(string code, Formula formula, int decimals) =>
        new(code, code, code, "test", "ratio", decimals, Direction.LowerIsBetter, code, null, formula, [PeriodType.Year], [], []);
}
