using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Standards;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Release.Values;

namespace EduAnalytics.Gateway.Release.Standards;

/// <summary>
/// How units stand by the standards, as a reader may see it. A result that rests on a withheld value has no data for the
/// reader, and the verdict is the one that follows from the results shown.
/// </summary>
public sealed class ComplianceRelease(ComplianceQueries compliance, StandardQueries standards, HiddenCells hidden, OrgUnitQueries orgUnits)
{
    /// <exception cref="QueryRefusedException">The standard is unknown, is not assessed by that kind of period, or the unit is not for the caller.</exception>
    public async Task Check(Caller caller, ComplianceQuery query)
    {
        standards.Check(query.Standard, query.Period);
        if (!new Rights(caller, await orgUnits.Tree()).Reaches(query.OrgUnit.Id))
            throw Forbidden.ToRead(caller, query.OrgUnit.Id.Code);
    }

    /// <summary>In the order of the queries, which must have passed <see cref="Check"/>.</summary>
    public async Task<IReadOnlyList<Released<Compliance>>> Assess(Caller caller, IReadOnlyList<ComplianceQuery> queries)
    {
        var tree = await orgUnits.Tree();
        var rights = new Rights(caller, tree);
        var assessed = await compliance.Assess(queries);
        var shown = rights.IsStaff ? assessed : await ForOthers(rights, tree, assessed);
        return [.. shown.Select(one => new Released<Compliance>(one))];
    }

    /// <summary>What a reader gets of a unit that is not for it.</summary>
    public Released<Compliance> Nothing(OrgUnit unit, string standard, Period period) =>
        new(new Compliance(standards.Check(standard, period), new ComplianceReport(unit.Id, standard, period, [])));

    private async Task<IReadOnlyList<Compliance>> ForOthers(Rights rights, OrgUnitTree tree, IReadOnlyList<Compliance> assessed)
    {
        var rests = assessed
            .Select(one => one.Report.Results
                .Select(result => (Result: result, Cells: CellsOf(one.Standard, one.Standard.FindCriterion(result.Criterion)!, result.OrgUnit, one.Report.Period, tree).ToList()))
                .ToList())
            .ToList();
        var withheld = await hidden.Among(rights, rests.SelectMany(results => results).SelectMany(one => one.Cells));
        return [.. assessed.Zip(rests, (one, results) => one with
        {
            Report = one.Report with
            {
                Results = [.. results.Select(rest => rest.Cells.Any(withheld.Contains) ? WithoutNumbers(rest.Result) : rest.Result)],
            },
        })];
    }

    /// <summary>The cells that a result was taken from: the unit's own, all schools' for a spread, all criteria's for a rule over them.</summary>
    private static IEnumerable<UnitCell> CellsOf(Standard standard, Criterion criterion, OrgUnitId unit, Period period, OrgUnitTree tree) => criterion.Scope switch
    {
        CriterionScope.Spread spread => SchoolsAt(unit, criterion.Stage, tree)
            .SelectMany(_ => spread.Of, (school, indicator) => CellOf(school, indicator, criterion.Stage, period))
            .Append(CellOf(unit, criterion.Indicator, criterion.Stage, period)),
        CriterionScope.MostOf rule => rule.Criteria
            .Select(code => CellOf(unit, standard.FindCriterion(code)!.Indicator, criterion.Stage, period)),
        _ => [CellOf(unit, criterion.Indicator, criterion.Stage, period)],
    };

    private static UnitCell CellOf(OrgUnitId unit, Indicator indicator, SchoolStage? stage, Period period) =>
        new(unit, new MeasureKey(indicator.Code, period, stage));

    private static IEnumerable<OrgUnitId> SchoolsAt(OrgUnitId unit, SchoolStage? stage, OrgUnitTree tree) =>
        tree.ChildrenOf(unit).Where(school => stage is not { } asked || school.Stages.Contains(asked)).Select(school => school.Id);

    private static CriterionResult WithoutNumbers(CriterionResult result) => new()
    {
        Criterion = result.Criterion,
        OrgUnit = result.OrgUnit,
        Status = TargetStatus.NoData,
        Basis = result.Basis,
    };
}
