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
    public async Task<Released<Compliance>> Assess(Caller caller, OrgUnit unit, string standard, Period period)
    {
        standards.Check(standard, period);
        var tree = await orgUnits.Tree();
        var rights = new Rights(caller, tree);
        if (!rights.Reaches(unit.Id))
            throw Forbidden.ToRead(caller, unit.Id.Code);
        var assessed = await compliance.Assess(unit, standard, period);
        return new Released<Compliance>(rights.IsStaff ? assessed : await ForOthers(tree, assessed));
    }

    /// <summary>What a reader gets of a unit that is not for it.</summary>
    public Released<Compliance> Nothing(OrgUnit unit, string standard, Period period) =>
        new(new Compliance(standards.Check(standard, period), new ComplianceReport(unit.Id, standard, period, [])));

    private async Task<Compliance> ForOthers(OrgUnitTree tree, Compliance assessed)
    {
        var (standard, report) = (assessed.Standard, assessed.Report);
        var rests = report.Results
            .Select(result => (Result: result, Schools: SpreadOver(standard.FindCriterion(result.Criterion)!, result.OrgUnit, report.Period, tree)))
            .ToList();
        var hidden = await withheld.Among(rests.SelectMany(one => one.Schools));
        return assessed with
        {
            Report = report with
            {
                Results = [.. rests.Select(one => one.Result.Withheld is null && !one.Schools.Any(hidden.Contains) ? one.Result : WithoutNumbers(one.Result))],
            },
        };
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
