using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Release;
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
    internal static Released<IndicatorValue> Changed(Rights rights, IndicatorValue value) =>
        new(rights.IsStaff ? ShownValue.Whole(value) : ForOthers(value));

    /// <summary>Which values of units that the reader reaches are withheld from it.</summary>
    internal async Task<IReadOnlySet<ValueQuery>> Withheld(Rights rights, IReadOnlyCollection<ValueQuery> queries)
    {
        if (rights.IsStaff || queries.Count == 0)
            return new HashSet<ValueQuery>();
        var asked = queries.Distinct().ToList();
        var values = await indicators.Values(asked, Audience.Everyone);
        return asked.Where((_, i) => values[i].Withheld is not null).ToHashSet();
    }

    private async Task<IReadOnlyList<IndicatorValue>> ForStaff(IReadOnlyCollection<ValueQuery> queries) =>
        [.. (await indicators.Values(queries, Audience.Staff)).Select(ShownValue.Whole)];

    private async Task<IReadOnlyList<IndicatorValue>> ForOthers(IReadOnlyCollection<ValueQuery> queries) =>
        [.. (await indicators.Values(queries, Audience.Everyone)).Select(ForOthers)];

    private static IndicatorValue ForOthers(IndicatorValue value) => value switch
    {
        { Withheld: { } reason } => ShownValue.Withheld(value, reason),
        { WithheldChange: not null } => ShownValue.WithoutChange(value),
        _ => value,
    };
}
