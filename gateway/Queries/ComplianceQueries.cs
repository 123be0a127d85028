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

/// <summary>How units stand by the standards: one call for a district or a school, one a district for a city.</summary>
public sealed class ComplianceQueries(IGrainFactory grains, OrgUnitQueries orgUnits, StandardQueries standards)
{
    /// <exception cref="QueryRefusedException">The standard is unknown, or is not assessed by that kind of period.</exception>
    internal async Task<Compliance> Assess(OrgUnit unit, string standard, Period period)
    {
        var known = standards.Check(standard, period);
        return new Compliance(known, unit.Level == OrgUnitLevel.City ? await AssessCity(unit, known.Code, period) : await AssessHere(unit, known.Code, period));
    }

    private async Task<ComplianceReport> AssessCity(OrgUnit city, string standard, Period period)
    {
        var districts = (await orgUnits.Tree()).ChildrenOf(city.Id);
        var reports = await Task.WhenAll(districts.Select(district => AssessHere(district, standard, period)));
        return ComplianceReport.Over(city.Id, standard, period, reports);
    }

    private Task<ComplianceReport> AssessHere(OrgUnit unit, string standard, Period period) =>
        grains.GetGrain<IDistrictGrain>((unit.Level == OrgUnitLevel.School ? unit.Parent!.Value : unit.Id).Code)
            .Assess(unit.Id, standard, period);
}
