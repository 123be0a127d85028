using System.Collections.Immutable;
using EduAnalytics.Contracts.Districts;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Standards;
using EduAnalytics.Gateway.Queries.StandIns;

namespace EduAnalytics.Gateway.Queries;

/// <summary>A unit's report with the standard whose criteria its results name.</summary>
public sealed record Compliance(Standard Standard, ComplianceReport Report)
{
    /// <summary>Districts that did not answer in time: nothing is known of them, and their criteria stand without data.</summary>
    public ImmutableArray<OrgUnit> Silent { get; init; } = [];

    /// <summary>False where nobody at all answered. A city of which some districts are silent has something to say, and names them.</summary>
    public bool IsKnown => Silent.IsEmpty || Report.Results.Any(result => Silent.All(unit => unit.Id != result.OrgUnit));

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
public sealed class ComplianceQueries(IGrainFactory grains, OrgUnitQueries orgUnits, UnitAnswers units, StandardQueries standards)
{
    /// <summary>In the order of the queries.</summary>
    /// <exception cref="QueryRefusedException">A standard is unknown, or is not assessed by that kind of period.</exception>
    internal async Task<IReadOnlyList<Compliance>> Assess(IReadOnlyList<ComplianceQuery> queries)
    {
        var tree = await orgUnits.Tree();
        var parts = queries.Select(query => PartsOf(query, tree).ToList()).ToList();
        var reports = await Reports([.. parts.SelectMany(part => part).Distinct()]);
        return [.. queries.Zip(parts, (query, part) => Over(query, standards.Check(query.Standard, query.Period), [.. part.Select(one => (one, reports[one]))]))];
    }

    private static Compliance Over(ComplianceQuery query, Standard standard, ImmutableArray<(ComplianceQuery Part, ComplianceReport? Report)> parts)
    {
        var known = parts.Select(part => part.Report ?? WithoutData(part.Part, standard));
        var report = query.OrgUnit.Level == OrgUnitLevel.City
            ? ComplianceReport.Over(query.OrgUnit.Id, query.Standard, query.Period, known)
            : known.Single();
        return new Compliance(standard, report) { Silent = [.. parts.Where(part => part.Report is null).Select(part => part.Part.OrgUnit)] };
    }

    private static ComplianceReport WithoutData(ComplianceQuery query, Standard standard) => new(
        query.OrgUnit.Id,
        query.Standard,
        query.Period,
        [.. standard.Criteria.Select(criterion => new CriterionResult { Criterion = criterion.Code, OrgUnit = query.OrgUnit.Id, Status = TargetStatus.NoData })]);

    /// <summary>A city stands as its districts do.</summary>
    private static IEnumerable<ComplianceQuery> PartsOf(ComplianceQuery query, OrgUnitTree tree) => query.OrgUnit.Level == OrgUnitLevel.City
        ? tree.ChildrenOf(query.OrgUnit.Id).Select(district => query with { OrgUnit = district })
        : [query];

    /// <summary>Null where the district did not answer in time: nobody else knows its schools.</summary>
    private async Task<Dictionary<ComplianceQuery, ComplianceReport?>> Reports(IReadOnlyList<ComplianceQuery> queries)
    {
        var calls = queries.GroupBy(query => (District: DistrictOf(query.OrgUnit), query.Standard, query.Period));
        var answers = await Task.WhenAll(calls.Select(async call =>
        {
            var asked = call.ToList();
            var district = await orgUnits.Require(call.Key.District.Code);
            var (reports, _) = await units.Ask(district, Assess(call.Key.District, asked), null);
            return asked.Select((query, i) => (Query: query, Report: reports?[i]));
        }));
        return answers.SelectMany(pairs => pairs).ToDictionary(pair => pair.Query, pair => pair.Report);
    }

    private async Task<IReadOnlyList<ComplianceReport>> Assess(OrgUnitId district, List<ComplianceQuery> alike) =>
        await grains.GetGrain<IDistrictGrain>(district.Code).Assess([.. alike.Select(query => query.OrgUnit.Id)], alike[0].Standard, alike[0].Period);

    private static OrgUnitId DistrictOf(OrgUnit unit) => unit.Level == OrgUnitLevel.School ? unit.Parent!.Value : unit.Id;
}
