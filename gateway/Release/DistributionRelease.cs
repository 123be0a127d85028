using System.Collections.Immutable;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Standards;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Release.Values;

namespace EduAnalytics.Gateway.Release;

/// <summary>How one unit's schools spread around an indicator.</summary>
public readonly record struct DistributionQuery(OrgUnit OrgUnit, string Indicator, SchoolStage Stage, Period Period);

/// <summary>A distribution with the indicator that it is of, whose decimals its numbers are shown to.</summary>
/// <param name="Values">What stands behind each of the distribution's schools, in their order, as the reader sees it.</param>
/// <param name="Withheld">Schools that have a value which is not for the reader; they are no part of any number here.</param>
public sealed record IndicatorDistribution(Indicator Indicator, Distribution Distribution, IReadOnlyList<IndicatorValue> Values, int Withheld)
{
    /// <summary>
    /// Units that did not answer in time, districts for all their schools: nothing is known of their schools now, which are no part
    /// of any number here.
    /// </summary>
    public ImmutableArray<OrgUnit> Silent { get; init; } = [];
}

/// <summary>
/// How a unit's schools spread around an indicator; one call a district. Taken over the values that the reader sees: from a
/// coefficient over all schools and the values of all but two, the two could be reckoned.
/// </summary>
public sealed class DistributionRelease(OrgUnitQueries orgUnits, ValueRelease values)
{
    /// <exception cref="QueryRefusedException">
    /// The indicator is unknown, or is not kept by that kind of period or for that stage; or the unit is not for the caller.
    /// </exception>
    public async Task Check(Caller caller, DistributionQuery query)
    {
        values.Check(query.Indicator, query.Period, query.Stage);
        if (!new Rights(caller, await orgUnits.Tree()).Reaches(query.OrgUnit.Id))
            throw Forbidden.ToRead(caller, query.OrgUnit.Id.Code);
    }

    /// <summary>In the order of the queries, which must have passed <see cref="Check"/>.</summary>
    public async Task<IReadOnlyList<Released<IndicatorDistribution>>> Over(Caller caller, IReadOnlyList<DistributionQuery> queries)
    {
        var tree = await orgUnits.Tree();
        var asked = queries.Select(query => ValuesOf(query, tree).ToList()).ToList();
        var shown = await values.KnownValues(caller, [.. asked.SelectMany(values => values)]);
        var next = 0;
        return
        [
            .. queries.Select((query, i) =>
            {
                var own = shown.Skip(next).Take(asked[i].Count).ToList();
                next += own.Count;
                return Released(values.Check(query.Indicator, query.Period, query.Stage), own, tree);
            }),
        ];
    }

    private static Released<IndicatorDistribution> Released(Indicator indicator, IReadOnlyList<Released<IndicatorValue>> shown, OrgUnitTree tree)
    {
        var known = shown.Select(value => value.Shown).Where(IsKnown).ToList();
        return new(new IndicatorDistribution(
            indicator, Distribution.Of([.. known.Select(value => ValueOf(indicator, value))]), known, known.Count(value => value.Withheld is not null))
        {
            Silent = known.Count == shown.Count ? [] : SilentAmong(shown.Select(value => value.Shown), tree),
        });
    }

    /// <summary>A district that told nothing of any school is named itself; else each school of which nobody told.</summary>
    private static ImmutableArray<OrgUnit> SilentAmong(IEnumerable<IndicatorValue> values, OrgUnitTree tree) =>
    [
        .. values.GroupBy(value => tree.Find(value.OrgUnit)!.Parent!.Value)
            .SelectMany(district => district.Any(IsKnown)
                ? district.Where(value => !IsKnown(value)).Select(value => tree.Find(value.OrgUnit)!)
                : [tree.Find(district.Key)!]),
    ];

    private static bool IsKnown(IndicatorValue value) => value.AnsweredBy != AnsweredBy.Nobody;

    private static IEnumerable<ValueQuery> ValuesOf(DistributionQuery query, OrgUnitTree tree) =>
        SchoolsOf(query.OrgUnit, tree).Where(school => school.Stages.Contains(query.Stage))
            .Select(school => new ValueQuery(school.Id, query.Indicator, query.Period, query.Stage));

    /// <summary>What a reader gets of a unit that is not for it.</summary>
    public Released<IndicatorDistribution> Nothing(string indicator) => new(new IndicatorDistribution(values.Check(indicator, null, null), Distribution.Of([]), [], 0));

    /// <summary>A value as served is rounded; a ratio's parts give it back in full.</summary>
    private static SchoolValue ValueOf(Indicator indicator, IndicatorValue value) =>
        indicator.Formula is Formula.Ratio ratio && value is { Value: not null, Numerator: { } above, Denominator: { } below and not 0 }
            ? new SchoolValue(value.OrgUnit, above / below * ratio.Scale, below)
            : new SchoolValue(value.OrgUnit, value.Value, null);

    private static IEnumerable<OrgUnit> SchoolsOf(OrgUnit unit, OrgUnitTree tree) =>
        unit.Level == OrgUnitLevel.School ? [unit] : tree.ChildrenOf(unit.Id).SelectMany(child => SchoolsOf(child, tree));
}
