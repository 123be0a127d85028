using System.Collections.Immutable;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Gateway.Queries;

/// <summary>What a reader wants to see side by side.</summary>
/// <param name="OrgUnits">The units' codes; null where the children of <paramref name="ChildrenOf"/> are meant.</param>
public sealed record ComparisonQuery(
    IReadOnlyList<string>? OrgUnits, string? ChildrenOf, IReadOnlyList<string> Indicators, SchoolStage? Stage, PeriodRange Range);

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
        var units = await UnitsOf(query);
        if (asked.IsEmpty || units.Length * asked.Length > MostSeries)
        {
            throw new QueryRefusedException(
                QueryErrorCodes.BadArgument,
                $"A comparison has 1 to {MostSeries} series; {units.Length} units by {asked.Length} indicators were asked for.",
                "indicators");
        }

        var periods = await PeriodsOf(units, asked, query.Stage, query.Range);
        var pairs = units.SelectMany(_ => asked, (unit, indicator) => (unit, indicator)).ToList();
        var values = await indicators.Values(
            [.. pairs.SelectMany(_ => periods, (pair, period) => new ValueQuery(pair.unit.Id, pair.indicator.Code, period, query.Stage))]);
        var series = pairs
            .Select((pair, i) => new ComparisonSeries(
                pair.unit, pair.indicator, [.. values.Skip(i * periods.Length).Take(periods.Length)]))
            .ToImmutableArray();
        return new Comparison(periods, series, ComparisonWarnings.Of(series, periods, await orgUnits.Tree()));
    }

    /// <summary>One unit's values of one indicator over a range.</summary>
    public async Task<IReadOnlyList<IndicatorValue>> Series(OrgUnit unit, string indicator, SchoolStage? stage, PeriodRange range)
    {
        var known = indicators.Check(indicator, null, stage);
        range.Check(known);
        var periods = await PeriodsOf([unit], [known], stage, range);
        return await indicators.Values([.. periods.Select(period => new ValueQuery(unit.Id, known.Code, period, stage))]);
    }

    private async Task<ImmutableArray<OrgUnit>> UnitsOf(ComparisonQuery query)
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
        return (await orgUnits.Tree()).ChildrenOf((await orgUnits.Require(parent)).Id);
    }

    private async Task<ImmutableArray<Period>> PeriodsOf(
        ImmutableArray<OrgUnit> units, ImmutableArray<Indicator> asked, SchoolStage? stage, PeriodRange range)
    {
        if (range.IsComplete)
            return range.All();
        var withData = await Task.WhenAll(units.Select(unit => indicators.PeriodsWithData(unit, asked, stage)));
        return
        [
            .. withData.SelectMany(periods => periods).Where(range.Includes).Distinct()
                .OrderBy(period => period.Start).ThenByDescending(period => period.End),
        ];
    }
}
