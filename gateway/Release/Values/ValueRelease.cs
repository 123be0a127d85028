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

        var values = within.Count == 0 ? [] : await indicators.Values(within, rights.IsStaff ? Audience.Staff : Audience.Everyone);
        if (within.Count == queries.Count)
            return [.. values.Select(value => Shown(rights, value))];
        var next = 0;
        return
        [
            .. queries.Select(query => rights.Reaches(query.OrgUnit)
                ? Shown(rights, values[next++])
                : new Released<IndicatorValue>(ShownValue.NotPermitted(query))),
        ];
    }

    /// <summary>A value of a unit that the reader reaches, as its district or city told it.</summary>
    internal static Released<IndicatorValue> Shown(Rights rights, IndicatorValue value) =>
        new(rights.IsStaff ? ShownValue.Whole(value) : ShownValue.ForOthers(value));
}
