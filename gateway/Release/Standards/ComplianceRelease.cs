using System.Collections.Immutable;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Standards;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Queries;

namespace EduAnalytics.Gateway.Release.Standards;

/// <summary>
/// How units stand by the standards, as a reader may see it. A result that rests on a withheld value has no data for the
/// reader, and the verdict is the one that follows from the results shown.
/// </summary>
public sealed class ComplianceRelease(ComplianceQueries compliance, StandardQueries standards, WithheldQueries withheld, OrgUnitQueries orgUnits)
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
        var assessed = await compliance.Assess(queries);
        var shown = new Rights(caller, tree).IsStaff ? assessed : await ForOthers(tree, assessed);
        return [.. shown.Select(one => new Released<Compliance>(one))];
    }

    /// <summary>What a reader gets of a unit that is not for it.</summary>
    public Released<Compliance> Nothing(OrgUnit unit, string standard, Period period) =>
        new(new Compliance(standards.Check(standard, period), new ComplianceReport(unit.Id, standard, period, [])));

    private async Task<IReadOnlyList<Compliance>> ForOthers(OrgUnitTree tree, IReadOnlyList<Compliance> assessed)
    {
        var rests = assessed
            .Select(one => one.Report.Results
                .Select(result => (Result: result, Schools: one.Silent.Any(unit => unit.Id == result.OrgUnit) ? [] : SpreadOver(one.Standard.FindCriterion(result.Criterion)!, result.OrgUnit, one.Report.Period, tree)))
                .ToList())
            .ToList();
        var hidden = await withheld.Among(rests.SelectMany(results => results).SelectMany(one => one.Schools));
        return [.. assessed.Zip(rests, (one, results) => one with
        {
            Report = one.Report with
            {
                Results = [.. results.Select(rest => rest.Result.Withheld is null && !rest.Schools.Any(hidden.Contains) ? rest.Result : WithoutNumbers(rest.Result))],
            },
        })];
    }

    /// <summary>
    /// The schools' values that a spread is taken over; empty for other criteria. Its districts do not mark a spread, for it is
    /// no count; but from it and the values of all schools but one the last could be reckoned.
    /// </summary>
    private static ImmutableArray<ValueQuery> SpreadOver(Criterion criterion, OrgUnitId unit, Period period, OrgUnitTree tree) =>
        criterion.Scope is CriterionScope.Spread spread
            ? [.. SchoolsAt(unit, criterion.Stage, tree).SelectMany(_ => spread.Of, (school, indicator) => new ValueQuery(school, indicator.Code, period, criterion.Stage))]
            : [];

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
