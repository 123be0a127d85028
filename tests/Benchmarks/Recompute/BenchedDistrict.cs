using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Benchmarks.Recompute;

/// <summary>A district of schools that state every measure of their stage for three years, rolled up.</summary>
internal sealed class BenchedDistrict
{
    private const int Years = 3;
    private static readonly DateTimeOffset noon = new(2024, 11, 20, 12, 0, 0, TimeSpan.FromHours(8));

    private readonly Catalogue catalogue;
    private readonly List<(OrgUnit Unit, SchoolLedger Ledger, SchoolMeasures Measures, Row Row)> schools = [];

    public BenchedDistrict(Catalogue catalogue, int schoolCount)
    {
        this.catalogue = catalogue;
        var city = new OrgUnit(OrgUnitId.Parse("230400"), "鹤岗市", null, OrgUnitLevel.City, null, [], true);
        Unit = new OrgUnit(OrgUnitId.Parse("230404"), "南山区", null, OrgUnitLevel.District, city.Id, [], true);
        var units = Enumerable.Range(0, schoolCount).Select(SchoolUnit).ToList();
        RollUp = new RollUp(catalogue);
        Tree = new OrgUnitTree([city, Unit, .. units], 1);
        Measures = new AuthorityMeasures(Unit, Tree, new AuthorityLedger(), RollUp, catalogue);
        Row = new Row(Unit.Id);
        foreach (var unit in units)
            Add(unit);
        Row.Refresh(Measures, Measures.Keys);
    }

    public OrgUnit Unit { get; }

    public OrgUnitTree Tree { get; }

    public RollUp RollUp { get; }

    public AuthorityMeasures Measures { get; }

    public Row Row { get; }

    /// <summary>What one school's next submission sends up: figures of one year, all of them changed.</summary>
    public (OrgUnit School, RowUpdate Update) Submit(int school, int turn)
    {
        var (unit, ledger, measures, row) = schools[school];
        var before = row.Version;
        var reported = Report(unit, 2024, turn);
        ledger.Apply(reported);
        row.Refresh(measures, measures.KeysTouchedBy(reported));
        return (unit, row.Since(before));
    }

    /// <summary>What each school sends a district that holds nothing of it yet.</summary>
    public IEnumerable<RowUpdate> WholeRows() => schools.Select(school => school.Row.Since(0));

    private void Add(OrgUnit unit)
    {
        var ledger = new SchoolLedger(unit.Stages[0]);
        for (var year = 0; year < Years; year++)
            ledger.Apply(Report(unit, 2024 - year, 0));
        var measures = new SchoolMeasures(unit, ledger, catalogue);
        var row = new Row(unit.Id);
        row.Refresh(measures, measures.Keys);
        schools.Add((unit, ledger, measures, row));
        RollUp.Accept(unit, row.Since(0), []);
    }

    private FiguresReported Report(OrgUnit unit, int year, int turn)
    {
        var stage = unit.Stages[0];
        var seed = schools.Count + turn;
        var figures = catalogue.Measures
            .Where(measure => measure is { Additive: true, Derivation: null } && measure.Stages.Contains(stage) && measure.PeriodTypes.Contains(PeriodType.Year))
            .Select((measure, place) => new Figure(measure.Code, Period.OfYear(year), stage, SizeOf(seed, place, year)));
        return new FiguresReported($"{unit.Id}-{year}-{turn}", noon, new Source("年报", null), [.. figures]);
    }

    /// <summary>From 1 to 900, so that some counts are small enough to be withheld.</summary>
    private static int SizeOf(int seed, int place, int year) => 1 + (((seed * 31) + (place * 17) + year) % 900);

    private OrgUnit SchoolUnit(int number)
    {
        SchoolStage[] stages = [SchoolStage.Primary, SchoolStage.Junior, SchoolStage.Kindergarten];
        var id = OrgUnitId.Parse($"230404-s{number:000}");
        return new OrgUnit(id, id.Code, null, OrgUnitLevel.School, Unit.Id, [stages[number % stages.Length]], true);
    }
}
