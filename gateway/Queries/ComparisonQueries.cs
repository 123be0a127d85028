using System.Collections.Immutable;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Gateway.Queries;

/// <summary>What a reader wants to see side by side.</summary>
/// <param name="OrgUnits">The units' codes; null where the children of <paramref name="ChildrenOf"/> are meant.</param>
/// <param name="AsOf">The instant as of which all of it is read; null, or a time to come, for now.</param>
public sealed record ComparisonQuery(
    IReadOnlyList<string>? OrgUnits,
    string? ChildrenOf,
    IReadOnlyList<string> Indicators,
    SchoolStage? Stage,
    PeriodRange Range,
    DateTimeOffset? AsOf = null);

/// <summary>A series for each unit and indicator over the same periods, and what in them is not like for like.</summary>
public sealed record Comparison(
    ImmutableArray<Period> Periods, ImmutableArray<ComparisonSeries> Series, ImmutableArray<ComparisonWarning> Warnings);

public sealed record ComparisonSeries(OrgUnit OrgUnit, Indicator Indicator, ImmutableArray<IndicatorValue> Points);

/// <summary>The multi-year comparison, and single series.</summary>
public sealed class ComparisonQueries(OrgUnitQueries orgUnits, IndicatorQueries indicators)
{
    private const int MostSeries = 2_000;

    public async Task<Comparison> Compare(ComparisonQuery query)
    {
        var asked = query.Indicators.Distinct().Select(code => indicators.Check(code, null, query.Stage)).ToImmutableArray();
        foreach (var indicator in asked)
            query.Range.Check(indicator);
        var asOf = indicators.PastOf(query.AsOf);
        var tree = await orgUnits.Tree(asOf);
        var units = await UnitsOf(query, tree);
        if (asked.IsEmpty || units.Length * asked.Length > MostSeries)
        {
            throw new QueryRefusedException(
                QueryErrorCodes.BadArgument,
                $"A comparison has 1 to {MostSeries} series; {units.Length} units by {asked.Length} indicators were asked for.",
                "indicators");
        }

        var periods = await PeriodsOf(units, asked, query.Stage, query.Range, asOf);
        var pairs = units.SelectMany(_ => asked, (unit, indicator) => (unit, indicator)).ToList();
        var values = await indicators.Values(
            [.. pairs.SelectMany(_ => periods, (pair, period) => new ValueQuery(pair.unit.Id, pair.indicator.Code, period, query.Stage))],
            asOf);
        var series = pairs
            .Select((pair, i) => new ComparisonSeries(
                pair.unit, pair.indicator, [.. values.Skip(i * periods.Length).Take(periods.Length)]))
            .ToImmutableArray();
        return new Comparison(periods, series, ComparisonWarnings.Of(series, periods, tree));
    }

    /// <summary>One unit's values of one indicator over a range.</summary>
    /// <param name="asOf">The instant as of which they are read; null, or a time to come, for now.</param>
    public async Task<IReadOnlyList<IndicatorValue>> Series(
        OrgUnit unit, string indicator, SchoolStage? stage, PeriodRange range, DateTimeOffset? asOf)
    {
        var known = indicators.Check(indicator, null, stage);
        range.Check(known);
        var past = indicators.PastOf(asOf);
        var periods = await PeriodsOf([unit], [known], stage, range, past);
        return await indicators.Values([.. periods.Select(period => new ValueQuery(unit.Id, known.Code, period, stage))], past);
    }

    /// <param name="tree">
    /// Whose children are meant: a school registered later was none of its district's then. Called by the names they have now.
    /// </param>
    private async Task<ImmutableArray<OrgUnit>> UnitsOf(ComparisonQuery query, OrgUnitTree tree)
    {
        if (query.OrgUnits is { Count: > 0 } named)
        {
            var units = ImmutableArray.CreateBuilder<OrgUnit>(named.Count);
            foreach (var id in named.Distinct())
                units.Add(await orgUnits.Require(id));
            return units.ToImmutable();
        }

        if (query.ChildrenOf is not { } parent)
            throw new QueryRefusedException(QueryErrorCodes.BadArgument, "Name the org units, or a parent in childrenOf.", "orgUnits");
        var children = tree.ChildrenOf((await orgUnits.Require(parent)).Id);
        var now = await orgUnits.Tree();
        return [.. children.Select(child => now.Find(child.Id) ?? child)];
    }

    private async Task<ImmutableArray<Period>> PeriodsOf(
        ImmutableArray<OrgUnit> units, ImmutableArray<Indicator> asked, SchoolStage? stage, PeriodRange range, DateTimeOffset? asOf)
    {
        if (range.IsComplete)
            return range.All();
        return
        [
            .. (await indicators.PeriodsWithData(units, asked, stage, asOf)).Where(range.Includes)
                .OrderBy(period => period.Start).ThenByDescending(period => period.End),
        ];
    }
}
