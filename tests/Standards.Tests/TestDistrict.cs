using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Standards;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Standards.Tests;

/// <summary>A district of schools with stated figures, rolled up as the grains do it. Immutable: a change makes another.</summary>
internal sealed record TestDistrict(Catalogue Catalogue)
{
    public static readonly Period Year = Period.OfYear(2024);

    private static readonly DateTimeOffset noon = new(2024, 11, 20, 12, 0, 0, TimeSpan.FromHours(8));
    private static readonly OrgUnit city = new(OrgUnitId.Parse("230400"), "鹤岗市", null, OrgUnitLevel.City, null, [], false);
    private static readonly OrgUnit district = new(OrgUnitId.Parse("230404"), "南山区", null, OrgUnitLevel.District, city.Id, [], false);

    public static TestDistrict Empty { get; } = new(Shipped.Catalogue);

    public ImmutableArray<OrgUnit> Schools { get; init; } = [];

    private ImmutableDictionary<(OrgUnitId Unit, string Code, SchoolStage? Stage, Period Period), decimal> Figures { get; init; } =
        ImmutableDictionary<(OrgUnitId, string, SchoolStage?, Period), decimal>.Empty;

    public TestDistrict WithSchool(string id, SchoolStage stage, params (string Code, decimal Value)[] figures)
    {
        var school = new OrgUnit(OrgUnitId.Parse(id), id, null, OrgUnitLevel.School, district.Id, [stage], false);
        var with = this with { Schools = Schools.Add(school) };
        return figures.Aggregate(with, (so, figure) => so.Stating(school.Id, figure.Code, stage, figure.Value));
    }

    /// <summary>Says of the school added last that it is no ordinary one.</summary>
    public TestDistrict WhichIs(SchoolForm form) => this with { Schools = Schools.SetItem(Schools.Length - 1, Schools[^1] with { Form = form }) };

    public TestDistrict Stating(string code, SchoolStage? stage, decimal value, Period? period = null) =>
        Stating(district.Id, code, stage, value, period);

    /// <summary>The district after what a remedy asks for was done.</summary>
    public TestDistrict After(Remedy remedy, decimal? instead = null)
    {
        var held = Figures.GetValueOrDefault((remedy.OrgUnit, remedy.Measure, remedy.Stage, Year));
        return Stating(remedy.OrgUnit, remedy.Measure, remedy.Stage, held + (instead ?? remedy.Amount));
    }

    public ComplianceReport Assess(Standard standard) =>
        new ComplianceAssessor(Catalogue, Measures(), Rows()).Assess(standard, Year);

    public ComplianceReport AssessSchool(string id, Standard standard) =>
        new ComplianceAssessor(Catalogue, Rows().Single(row => row.Unit.Id.Code == id), []).Assess(standard, Year);

    public AuthorityMeasures Measures()
    {
        var ledger = new AuthorityLedger();
        foreach (var reported in ReportsOf(district.Id))
            ledger.Apply(reported);
        return new AuthorityMeasures(district, Tree, ledger, RollUp(), Catalogue);
    }

    private OrgUnitTree Tree => new([city, district, .. Schools], 1);

    private List<IMeasures> Rows()
    {
        var rollUp = RollUp();
        return [.. Schools.Select(school => rollUp.TryFindRow(school.Id, out var row) ? row : (IMeasures)new NoMeasures(school))];
    }

    private RollUp RollUp()
    {
        var rollUp = new RollUp(Catalogue);
        foreach (var school in Schools)
        {
            var ledger = new SchoolLedger(school.Stages[0]);
            foreach (var reported in ReportsOf(school.Id))
                ledger.Apply(reported);
            if (ledger.Sequence == 0)
                continue;
            var measures = new SchoolMeasures(school, ledger, Catalogue);
            var row = new Row(school.Id);
            row.Refresh(measures, measures.Keys);
            rollUp.Accept(school, row.Since(0), []);
        }

        return rollUp;
    }

    private TestDistrict Stating(OrgUnitId unit, string code, SchoolStage? stage, decimal value, Period? period = null) =>
        this with { Figures = Figures.SetItem((unit, code, stage, period ?? Year), value) };

    private IEnumerable<FiguresReported> ReportsOf(OrgUnitId unit) => Figures
        .Where(figure => figure.Key.Unit == unit)
        .Select(figure => new FiguresReported(
            $"{figure.Key}", noon, new Source("年报", null), [new Figure(figure.Key.Code, figure.Key.Period, figure.Key.Stage, figure.Value)]));
}
