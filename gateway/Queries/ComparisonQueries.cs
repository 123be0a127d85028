using System.Collections.Immutable;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Calls;
using EduAnalytics.Gateway.Release;
using EduAnalytics.Gateway.Release.Values;

namespace EduAnalytics.Gateway.Queries;

/// <summary>What a reader wants to see side by side.</summary>
/// <param name="OrgUnits">The units' codes; null or empty where the children of <paramref name="ChildrenOf"/> are meant.</param>
/// <param name="ChildrenOf">A parent's code; null where <paramref name="OrgUnits"/> names the units. Both are refused: one would be passed over.</param>
/// <param name="AsOf">The instant as of which all of it is read; null, or a time to come, for now.</param>
public sealed record ComparisonQuery(
    IReadOnlyList<string>? OrgUnits,
    string? ChildrenOf,
    IReadOnlyList<string> Indicators,
    SchoolStage? Stage,
    PeriodRange Range,
    DateTimeOffset? AsOf = null);

/// <summary>One unit's values of one indicator over a range.</summary>
/// <param name="AsOf">The instant as of which they are read; null, or a time to come, for now.</param>
public sealed record SeriesQuery(OrgUnit OrgUnit, string Indicator, SchoolStage? Stage, PeriodRange Range, DateTimeOffset? AsOf = null)
{
    public ValueQuery ValueAt(Period period) => new(OrgUnit.Id, Indicator, period, Stage, AsOf);
}

/// <summary>A series for each unit and indicator over the same periods, and what in them is not like for like.</summary>
public sealed class Comparison(ImmutableArray<Period> periods, ImmutableArray<ComparisonSeries> series, Func<ImmutableArray<ComparisonWarning>> findWarnings)
{
    // Looked for where they are asked for, which most readers of the figures alone do not.
    private readonly Lazy<ImmutableArray<ComparisonWarning>> warnings = new(findWarnings);

    public static Comparison Empty { get; } = new([], [], () => []);

    public ImmutableArray<Period> Periods => periods;

    public ImmutableArray<ComparisonSeries> Series => series;

    public ImmutableArray<ComparisonWarning> Warnings => warnings.Value;
}

public sealed record ComparisonSeries(OrgUnit OrgUnit, Indicator Indicator, ImmutableArray<Released<IndicatorValue>> Points);

/// <summary>The multi-year comparison, and single series, of released values; so that the warnings too know no others.</summary>
public sealed class ComparisonQueries(OrgUnitQueries orgUnits, IndicatorQueries indicators, ValueRelease release)
{
    private const int MostSeries = 2_000;

    /// <exception cref="QueryRefusedException">Something asked for is unknown, too much, or none of it is for the caller.</exception>
    public async Task<Comparison> Compare(Caller caller, ComparisonQuery query)
    {
        var asked = query.Indicators.Distinct().Select(code => indicators.Check(code, null, query.Stage)).ToImmutableArray();
        foreach (var indicator in asked)
            query.Range.Check(indicator);
        var asOf = indicators.PastOf(query.AsOf);
        var tree = await orgUnits.Tree(asOf);
        var units = await UnitsOf(caller, query, tree);
        if (asked.IsEmpty || units.Length * asked.Length > MostSeries)
        {
            throw new QueryRefusedException(
                QueryErrorCodes.BadArgument,
                $"A comparison has 1 to {MostSeries} series; {units.Length} units by {asked.Length} indicators were asked for.",
                "indicators");
        }

        var periods = await PeriodsOf(caller, units, asked, query with { AsOf = asOf });
        var pairs = units.SelectMany(_ => asked, (unit, indicator) => (unit, indicator)).ToList();
        var values = await release.KnownValues(
            caller,
            [.. pairs.SelectMany(_ => periods, (pair, period) => new ValueQuery(pair.unit.Id, pair.indicator.Code, period, query.Stage, asOf))]);
        if (values.Count > 0 && values.All(value => value.Shown.AnsweredBy == AnsweredBy.Nobody))
            throw new UnitSilentException(units[0]);
        var series = pairs
            .Select((pair, i) => new ComparisonSeries(
                pair.unit, pair.indicator, [.. values.Skip(i * periods.Length).Take(periods.Length)]))
            .ToImmutableArray();
        return new Comparison(periods, series, () => ComparisonWarnings.Of(series, periods, tree));
    }

    /// <summary>Refuses a series that cannot be had, before any grain is asked.</summary>
    /// <exception cref="QueryRefusedException">The indicator or the range cannot be had, or the unit is not for the caller.</exception>
    public async Task Check(Caller caller, SeriesQuery query)
    {
        query.Range.Check(indicators.Check(query.Indicator, null, query.Stage));
        Reached(caller, [query.OrgUnit], await orgUnits.Tree(), query.OrgUnit.Id.Code);
    }

    /// <summary>
    /// Values over ranges, a list for each query in their order, null where the unit did not answer in time; the queries must have
    /// passed <see cref="Check"/>.
    /// </summary>
    public async Task<IReadOnlyList<IReadOnlyList<Released<IndicatorValue>>?>> Series(Caller caller, IReadOnlyList<SeriesQuery> queries)
    {
        var periods = new ImmutableArray<Period>?[queries.Count];
        // Alike is what differs in nothing but the unit.
        await Task.WhenAll(queries.Index().GroupBy(one => one.Item with { OrgUnit = queries[0].OrgUnit }).Select(async alike =>
        {
            var (kind, asked) = (alike.Key, alike.ToList());
            var held = kind.Range.IsComplete ? null : await indicators.PeriodsWithData(
                [.. asked.Select(one => one.Item.OrgUnit)], [indicators.Require(kind.Indicator)], kind.Stage, indicators.PastOf(kind.AsOf));
            for (var i = 0; i < asked.Count; i++)
                periods[asked[i].Index] = held is null ? kind.Range.All() : held[i] is { } own ? InOrder(own.Where(kind.Range.Includes)) : null;
        }));
        var values = await release.KnownValues(
            caller,
            [.. queries.SelectMany((query, i) => (periods[i] ?? []).Select(period => query.ValueAt(period)))]);
        var series = new List<IReadOnlyList<Released<IndicatorValue>>?>(queries.Count);
        var read = 0;
        foreach (var own in periods)
        {
            var points = values.Skip(read).Take(own?.Length ?? 0).ToList();
            read += points.Count;
            series.Add(own is not null && points.TrueForAll(point => point.Shown.AnsweredBy != AnsweredBy.Nobody) ? points : null);
        }

        return series;
    }

    /// <summary>Units named are compared, if only to say that one is not for the caller; a parent's children are those that are.</summary>
    /// <param name="tree">
    /// Whose children are meant: a school registered later was none of its district's then. Called by the names they have now.
    /// </param>
    private async Task<ImmutableArray<OrgUnit>> UnitsOf(Caller caller, ComparisonQuery query, OrgUnitTree tree)
    {
        if (query.OrgUnits is { Count: > 0 } named)
        {
            if (query.ChildrenOf is not null)
            {
                throw new QueryRefusedException(
                    QueryErrorCodes.BadArgument, "Give orgUnits or childrenOf, not both: a comparison is of the units named, or of a parent's children.", "childrenOf");
            }

            var units = ImmutableArray.CreateBuilder<OrgUnit>(named.Count);
            foreach (var id in named.Distinct())
                units.Add(await orgUnits.Require(id));
            return units.ToImmutable();
        }

        if (query.ChildrenOf is not { } parent)
            throw new QueryRefusedException(QueryErrorCodes.BadArgument, "Name the org units, or a parent in childrenOf.", "orgUnits");
        var children = tree.ChildrenOf((await orgUnits.Require(parent)).Id);
        var now = await orgUnits.Tree();
        return Reached(caller, [.. children.Select(child => now.Find(child.Id) ?? child)], now, parent);
    }

    private async Task<ImmutableArray<Period>> PeriodsOf(
        Caller caller, ImmutableArray<OrgUnit> units, ImmutableArray<Indicator> asked, ComparisonQuery query)
    {
        var reached = Reached(caller, units, await orgUnits.Tree(), string.Join(", ", units.Select(unit => unit.Id)));
        if (query.Range.IsComplete)
            return query.Range.All();
        var withData = await indicators.PeriodsWithData(reached, asked, query.Stage, query.AsOf);
        if (!reached.IsEmpty && withData.All(periods => periods is null))
            throw new UnitSilentException(reached[0]);
        return InOrder(withData.SelectMany(periods => periods ?? []).Where(query.Range.Includes).Distinct());
    }

    private static ImmutableArray<Period> InOrder(IEnumerable<Period> periods) =>
        [.. periods.OrderBy(period => period.Start).ThenByDescending(period => period.End)];

    private static ImmutableArray<OrgUnit> Reached(Caller caller, ImmutableArray<OrgUnit> units, OrgUnitTree tree, string asked)
    {
        var rights = new Rights(caller, tree);
        var reached = units.RemoveAll(unit => !rights.Reaches(unit.Id));
        return reached.IsEmpty && !units.IsEmpty ? throw Forbidden.ToRead(caller, asked) : reached;
    }
}
