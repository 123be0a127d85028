using EduAnalytics.Contracts.Districts;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Standards;

namespace EduAnalytics.Gateway.Queries;

/// <summary>A unit's report with the standard whose criteria its results name.</summary>
public sealed record Compliance(Standard Standard, ComplianceReport Report)
{
    public IEnumerable<CriterionOutcome> Outcomes => Report.Results.Select(result => new CriterionOutcome(CriterionOf(result), result));

    /// <summary>How many units meet and miss each criterion, in the standard's order.</summary>
    public IEnumerable<CriterionTally> Tallies => Report.Results
        .GroupBy(result => result.Criterion)
        .Select(group => new CriterionTally(CriterionOf(group.First()), group.ToLookup(result => result.Status)));

    private Criterion CriterionOf(CriterionResult result) => Standard.FindCriterion(result.Criterion)!;
}

/// <summary>A result with the criterion it names.</summary>
public sealed record CriterionOutcome(Criterion Criterion, CriterionResult Result);

/// <summary>One criterion over all units it is asked of.</summary>
public sealed record CriterionTally(Criterion Criterion, ILookup<TargetStatus, CriterionResult> Results)
{
    public int Count(TargetStatus status) => Results[status].Count();
}

/// <summary>How one unit stands by a standard in a period.</summary>
/// <param name="Standard">The standard's code.</param>
public readonly record struct ComplianceQuery(OrgUnit OrgUnit, string Standard, Period Period);

/// <summary>How units stand by the standards: one call a district for a standard and period, for itself, its city and all its schools.</summary>
public sealed class ComplianceQueries(IGrainFactory grains, OrgUnitQueries orgUnits, StandardQueries standards)
{
    /// <summary>In the order of the queries.</summary>
    /// <exception cref="QueryRefusedException">A standard is unknown, or is not assessed by that kind of period.</exception>
    internal async Task<IReadOnlyList<Compliance>> Assess(IReadOnlyList<ComplianceQuery> queries)
    {
        var tree = await orgUnits.Tree();
        var parts = queries.Select(query => PartsOf(query, tree).ToList()).ToList();
        var reports = await Reports([.. parts.SelectMany(part => part).Distinct()]);
        return [.. queries.Zip(parts, (query, part) => new Compliance(
            standards.Check(query.Standard, query.Period),
            query.OrgUnit.Level == OrgUnitLevel.City
                ? ComplianceReport.Over(query.OrgUnit.Id, query.Standard, query.Period, part.Select(one => reports[one]))
                : reports[part[0]]))];
    }

    /// <summary>A city stands as its districts do.</summary>
    private static IEnumerable<ComplianceQuery> PartsOf(ComplianceQuery query, OrgUnitTree tree) => query.OrgUnit.Level == OrgUnitLevel.City
        ? tree.ChildrenOf(query.OrgUnit.Id).Select(district => query with { OrgUnit = district })
        : [query];

    private async Task<Dictionary<ComplianceQuery, ComplianceReport>> Reports(IReadOnlyList<ComplianceQuery> queries)
    {
        var calls = queries.GroupBy(query => (District: DistrictOf(query.OrgUnit), query.Standard, query.Period));
        var answers = await Task.WhenAll(calls.Select(async call =>
        {
            var reports = await grains.GetGrain<IDistrictGrain>(call.Key.District.Code)
                .Assess([.. call.Select(query => query.OrgUnit.Id)], call.Key.Standard, call.Key.Period);
            return call.Zip(reports);
        }));
        return answers.SelectMany(pairs => pairs).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private static OrgUnitId DistrictOf(OrgUnit unit) => unit.Level == OrgUnitLevel.School ? unit.Parent!.Value : unit.Id;
}
