using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Queries;

namespace EduAnalytics.Gateway.Release.Values;

/// <summary>Indicator values as a reader may see them. Whatever else the gateway derives from values it derives from these.</summary>
public sealed class ValueRelease(IndicatorQueries indicators, OrgUnitQueries orgUnits)
{
    /// <inheritdoc cref="IndicatorQueries.Check"/>
    public Indicator Check(string indicator, Period? period, SchoolStage? stage) => indicators.Check(indicator, period, stage);

    /// <summary>
    /// Values in the order of the queries, which must have passed <see cref="Check"/>. Those of units that the reader does not
    /// reach say so; nobody is asked for them.
    /// </summary>
    public async Task<IReadOnlyList<Released<IndicatorValue>>> Values(Caller caller, IReadOnlyCollection<ValueQuery> queries)
    {
        var rights = new Rights(caller, await orgUnits.Tree());
        var within = rights.ReachesAll ? queries : [.. queries.Where(query => rights.Reaches(query.OrgUnit))];
        var shown = within.Count == 0 ? [] : rights.IsStaff ? await ForStaff(within) : await ForOthers(within);
        if (within.Count == queries.Count)
            return [.. shown.Select(value => new Released<IndicatorValue>(value))];
        var next = 0;
        return
        [
            .. queries.Select(query => new Released<IndicatorValue>(
                rights.Reaches(query.OrgUnit) ? shown[next++] : ShownValue.NotPermitted(query))),
        ];
    }

    /// <summary>A value that came by itself, of a unit that the reader reaches.</summary>
    internal async Task<Released<IndicatorValue>> Changed(Rights rights, IndicatorValue value) =>
        new(rights.IsStaff ? ShownValue.Whole(value) : (await Others([new ValueQuery(value.OrgUnit, value.Indicator, value.Period, value.Stage, value.ReadAsOf)], [value]))[0]);

    /// <summary>Which values of units that the reader reaches are withheld from it.</summary>
    internal async Task<IReadOnlySet<ValueQuery>> Withheld(Rights rights, IReadOnlyCollection<ValueQuery> queries)
    {
        if (rights.IsStaff || queries.Count == 0)
            return new HashSet<ValueQuery>();
        var asked = queries.Distinct().ToList();
        var values = await indicators.Values(asked, askSchools: false);
        return asked.Where((_, i) => values[i].Withheld is not null).ToHashSet();
    }

    private async Task<IReadOnlyList<IndicatorValue>> ForStaff(IReadOnlyCollection<ValueQuery> queries) =>
        [.. (await indicators.Values(queries, askSchools: true)).Select(ShownValue.Whole)];

    // A school cannot know whether one of its counts would give away a neighbour's; their district does.
    private async Task<IReadOnlyList<IndicatorValue>> ForOthers(IReadOnlyCollection<ValueQuery> queries) =>
        await Others([.. queries], await indicators.Values(queries, askSchools: false));

    private async Task<IReadOnlyList<IndicatorValue>> Others(IReadOnlyList<ValueQuery> queries, IReadOnlyList<IndicatorValue> values)
    {
        var isWithheld = new Dictionary<ValueQuery, bool>();
        for (var i = 0; i < values.Count; i++)
            isWithheld[queries[i]] = values[i].Withheld is not null;
        var before = queries.Where((_, i) => values[i] is { Withheld: null, Change: not null }).Select(Before)
            .Where(query => !isWithheld.ContainsKey(query)).Distinct().ToList();
        var earlier = before.Count == 0 ? [] : await indicators.Values(before, askSchools: false);
        for (var i = 0; i < before.Count; i++)
            isWithheld[before[i]] = earlier[i].Withheld is not null;
        return
        [
            .. values.Select((value, i) => value switch
            {
                { Withheld: { } reason } => ShownValue.Withheld(value, reason),
                { Change: not null } when isWithheld[Before(queries[i])] => ShownValue.WithoutChange(value),
                _ => value,
            }),
        ];
    }

    private static ValueQuery Before(ValueQuery query) => query with { Period = query.Period.Previous };
}
