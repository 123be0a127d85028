using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Standards;

/// <summary>
/// Holds a district against a standard, from the rows it keeps of its schools; or one school against what a standard asks
/// of every school.
/// </summary>
/// <param name="unit">The district, or the school.</param>
/// <param name="schools">All schools of the district, also those without a figure; empty for a school.</param>
public sealed class ComplianceAssessor(Catalogue catalogue, IMeasures unit, IReadOnlyCollection<IMeasures> schools)
{
    private bool IsSchool => unit.Unit.Level == OrgUnitLevel.School;

    public ComplianceReport Assess(Standard standard, Period period)
    {
        var standings = standard.Criteria
            .Where(criterion => criterion.Scope is CriterionScope.EachSchool)
            .ToDictionary(criterion => criterion.Code, criterion => EachSchool(criterion, period), StringComparer.Ordinal);
        var results = standard.Criteria.SelectMany(criterion => criterion.Scope switch
        {
            CriterionScope.EachSchool => standings[criterion.Code].Select(standing => standing.ToResult()),
            CriterionScope.MostOf rule => SchoolsOf(criterion, period).Select(school => RuleFor(school.Unit.Id, criterion, rule, standings).Assess()),
            CriterionScope.OwnValue when !IsSchool => [new Standing(criterion, unit.Unit.Id, Read(criterion, period, unit)).ToResult()],
            CriterionScope.Spread spread when !IsSchool => [SpreadOver(criterion, spread, period)],
            _ => [],
        });
        return new ComplianceReport(unit.Unit.Id, standard.Code, period, [.. results]);
    }

    private List<Standing> EachSchool(Criterion criterion, Period period) =>
        [.. SchoolsOf(criterion, period).Select(school => new Standing(criterion, school.Unit.Id, Read(criterion, period, school)))];

    private static MostOfRule RuleFor(
        OrgUnitId school, Criterion criterion, CriterionScope.MostOf rule, Dictionary<string, List<Standing>> standings) =>
        new(criterion, rule, school, [.. rule.Criteria.Select(code => standings[code].Single(standing => standing.OrgUnit == school))]);

    private CriterionResult SpreadOver(Criterion criterion, CriterionScope.Spread spread, Period period)
    {
        var of = SchoolsOf(criterion, period).ToList();
        var spreads = spread.Of.Select(indicator => SpreadOf(indicator, criterion.Stage, period, of)).ToList();
        if (spreads.All(one => one.Spread.Coefficient is not null))
            return SpreadAssessment.Of(criterion, unit.Unit.Id, spreads, of.Count);
        var stated = Reading.StatedBy(criterion.Indicator, period, criterion.Stage, unit);
        return new Standing(criterion, unit.Unit.Id, stated).ToResult() with { Schools = 0, ExpectedSchools = of.Count };
    }

    private MeasuredSpread SpreadOf(Indicator indicator, SchoolStage? stage, Period period, List<IMeasures> of)
    {
        var fractions = of.Select(school => FractionOf(indicator, stage, period, school)).OfType<SchoolFraction>();
        var measure = ((Formula.Ratio)indicator.Formula).Numerator[0];
        return new MeasuredSpread(measure, Lever.StepOf(measure, catalogue), new SchoolSpread([.. fractions]));
    }

    private static SchoolFraction? FractionOf(Indicator indicator, SchoolStage? stage, Period period, IMeasures school) =>
        Computation.Of(indicator.Formula, period, stage, school) is { Numerator: { } amount, Denominator: > 0 and { } weight }
            ? new SchoolFraction(school.Unit.Id, amount, weight)
            : null;

    private Reading? Read(Criterion criterion, Period period, IMeasures measures) =>
        criterion.Indicator.PeriodTypes.Contains(period.Type)
            ? Reading.Of(criterion.Indicator, period, criterion.Stage, measures, catalogue)
            : null;

    /// <summary>A school of another stage is not asked, nor one that is not held against others.</summary>
    private IEnumerable<IMeasures> SchoolsOf(Criterion criterion, Period period) => (IsSchool ? [unit] : schools)
        .Where(school => criterion.Stage is not { } stage || school.Unit.Stages.Contains(stage))
        .Where(school => school.CountsForBalance(period));
}
