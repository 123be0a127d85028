using System.Collections.Immutable;
using EduAnalytics.Contracts;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Gateway.Queries;

/// <summary>Indicator values of any units, in as few calls as there are grains that hold them.</summary>
public sealed class IndicatorQueries(IGrainFactory grains, OrgUnitQueries orgUnits, Catalogue catalogue)
{
    /// <summary>
    /// Up to so many schools of a district may be asked themselves, which shows a submission the moment it is accepted; for
    /// more, their district answers from its rows, a moment later and in one call.
    /// </summary>
    internal const int FewSchools = 3;

    /// <exception cref="QueryRefusedException">The catalogue holds no such indicator.</exception>
    public Indicator Require(string code) =>
        catalogue.FindIndicator(code) ?? throw new QueryRefusedException(
            QueryErrorCodes.UnknownIndicator, $"There is no indicator '{code}'. List them with indicators.", code);

    /// <summary>Refuses what the catalogue does not keep, before any grain is asked.</summary>
    /// <exception cref="QueryRefusedException">The indicator is unknown, or is not kept by that kind of period or for that stage.</exception>
    public Indicator Check(string indicator, Period? period, SchoolStage? stage)
    {
        var known = Require(indicator);
        if (period is { } given && !known.PeriodTypes.Contains(given.Type))
        {
            var kinds = string.Join(", ", known.PeriodTypes);
            throw new QueryRefusedException(QueryErrorCodes.WrongPeriod, $"{indicator} is kept by {kinds}; {given} is none.", given.ToString());
        }

        if (stage is { } asked && !known.Stages.Contains(asked))
        {
            var stages = known.Stages.IsEmpty ? "for all stages together only" : $"for {string.Join(", ", known.Stages)}";
            throw new QueryRefusedException(QueryErrorCodes.WrongStage, $"{indicator} is kept {stages}.", asked.ToString());
        }

        return known;
    }

    /// <summary>Values in the order of the queries, which must have passed <see cref="Check"/>.</summary>
    /// <param name="askSchools">
    /// True to ask a few schools themselves. They know nothing of their neighbours, and so not what must be withheld.
    /// </param>
    internal async Task<IReadOnlyList<IndicatorValue>> Values(IReadOnlyCollection<ValueQuery> queries, bool askSchools)
    {
        var tree = await orgUnits.Tree();
        var asked = queries.Select((query, index) => (Query: query, Index: index, Unit: tree.Find(query.OrgUnit)!)).ToList();
        var values = new IndicatorValue[asked.Count];
        var perKeeper = asked.GroupBy(item => KeeperOf(item.Unit));
        var calls = perKeeper.SelectMany(group => ByGrain([.. group], askSchools));
        await Task.WhenAll(calls.Select(async call =>
        {
            var answers = await call.Grain.Evaluate([.. call.Items.Select(item => item.Query)]);
            for (var i = 0; i < call.Items.Count; i++)
                values[call.Items[i].Index] = answers[i];
        }));
        return values;
    }

    /// <summary>For each unit, in their order, the periods for which it holds anything that one of the indicators reads.</summary>
    public async Task<IReadOnlyList<ImmutableArray<Period>>> PeriodsWithData(
        IReadOnlyList<OrgUnit> units, ImmutableArray<Indicator> asked, SchoolStage? stage)
    {
        ImmutableArray<string> codes = [.. asked.Select(indicator => indicator.Code)];
        var periods = new ImmutableArray<Period>[units.Count];
        await Task.WhenAll(units.Index().GroupBy(one => KeeperOf(one.Item)).Select(async keeper =>
        {
            var kept = keeper.ToList();
            var answers = await grains.RowKeeper(kept[0].Item).PeriodsWithDataOfEach([.. kept.Select(one => one.Item.Id)], codes, stage);
            for (var i = 0; i < kept.Count; i++)
                periods[kept[i].Index] = answers[i];
        }));
        return periods;
    }

    internal async Task<Explanation> Explain(IndicatorValue value) =>
        await grains.OwnGrain(await orgUnits.Require(value.OrgUnit.Code)).Explain(value.Indicator, value.Period, value.Stage);

    private static OrgUnitId KeeperOf(OrgUnit unit) => unit.Level == OrgUnitLevel.School ? unit.Parent!.Value : unit.Id;

    private IEnumerable<(IUnitReads Grain, List<(ValueQuery Query, int Index, OrgUnit Unit)> Items)> ByGrain(
        List<(ValueQuery Query, int Index, OrgUnit Unit)> items, bool askSchools)
    {
        var bySchool = items.GroupBy(item => item.Unit).ToList();
        return askSchools && items[0].Unit.Level == OrgUnitLevel.School && bySchool.Count <= FewSchools
            ? bySchool.Select(group => (grains.OwnGrain(group.Key), group.ToList()))
            : [(grains.RowKeeper(items[0].Unit), items)];
    }
}
