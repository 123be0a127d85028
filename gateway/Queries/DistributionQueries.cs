using System.Collections.Immutable;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Standards;

namespace EduAnalytics.Gateway.Queries;

/// <summary>A distribution with the indicator that it is of, whose decimals its numbers are shown to.</summary>
public sealed record IndicatorDistribution(Indicator Indicator, Distribution Distribution);

/// <summary>How a unit's schools spread around an indicator; one call a district.</summary>
public sealed class DistributionQueries(OrgUnitQueries orgUnits, IndicatorQueries indicators)
{
    /// <exception cref="QueryRefusedException">The indicator is unknown, or is not kept by that kind of period or for that stage.</exception>
    public async Task<IndicatorDistribution> Over(OrgUnit unit, string indicator, SchoolStage stage, Period period)
    {
        var known = indicators.Check(indicator, period, stage);
        var tree = await orgUnits.Tree();
        var schools = SchoolsOf(unit, tree).Where(school => school.Stages.Contains(stage)).ToImmutableArray();
        var values = await indicators.Values([.. schools.Select(school => new ValueQuery(school.Id, known.Code, period, stage))]);
        return new IndicatorDistribution(known, Distribution.Of([.. values.Select(value => ValueOf(known, value))]));
    }

    /// <summary>A value as served is rounded; a ratio's parts give it back in full.</summary>
    private static SchoolValue ValueOf(Indicator indicator, IndicatorValue value) =>
        indicator.Formula is Formula.Ratio ratio && value is { Value: not null, Numerator: { } above, Denominator: { } below and not 0 }
            ? new SchoolValue(value.OrgUnit, above / below * ratio.Scale, below)
            : new SchoolValue(value.OrgUnit, value.Value, null);

    private static IEnumerable<OrgUnit> SchoolsOf(OrgUnit unit, OrgUnitTree tree) =>
        unit.Level == OrgUnitLevel.School ? [unit] : tree.ChildrenOf(unit.Id).SelectMany(child => SchoolsOf(child, tree));
}
