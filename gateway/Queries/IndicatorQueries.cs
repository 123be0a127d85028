using System.Collections.Immutable;
using EduAnalytics.Contracts;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Gateway.Queries.Sources;

namespace EduAnalytics.Gateway.Queries;

/// <summary>Indicator values of any units, in as few calls as there are grains that hold them.</summary>
public sealed class IndicatorQueries(IGrainFactory grains, OrgUnitQueries orgUnits, Catalogue catalogue)
{
    /// <summary>
    /// Up to so many schools of a district are asked themselves, which shows a submission the moment it is accepted; for
    /// more, their district answers from its rows, a moment later and in one call.
    /// </summary>
    private const int FewSchools = 3;

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
    public async Task<IReadOnlyList<IndicatorValue>> Values(IReadOnlyCollection<ValueQuery> queries)
    {
        var tree = await orgUnits.Tree();
        var asked = queries.Select((query, index) => (Query: query, Index: index, Unit: tree.Find(query.OrgUnit)!)).ToList();
        var values = new IndicatorValue[asked.Count];
        var perKeeper = asked.GroupBy(item => item.Unit.Level == OrgUnitLevel.School ? item.Unit.Parent!.Value : item.Unit.Id);
        var calls = perKeeper.SelectMany(group => ByGrain([.. group]));
        await Task.WhenAll(calls.Select(async call =>
        {
            var answers = await call.Grain.Evaluate([.. call.Items.Select(item => item.Query)]);
            for (var i = 0; i < call.Items.Count; i++)
                values[call.Items[i].Index] = answers[i];
        }));
        return values;
    }

    public async Task<ImmutableArray<Period>> PeriodsWithData(OrgUnit unit, ImmutableArray<Indicator> asked, SchoolStage? stage) =>
        await grains.RowKeeper(unit).PeriodsWithData(unit.Id, [.. asked.Select(indicator => indicator.Code)], stage);

    /// <summary>The reasons for values, in their order: one call to each unit.</summary>
    public async Task<IReadOnlyList<ExplainedValue>> Explain(IReadOnlyList<IndicatorValue> values)
    {
        var tree = await orgUnits.Tree();
        var explained = new ExplainedValue[values.Count];
        var calls = values.Select((value, index) => (Value: value, Index: index)).GroupBy(asked => asked.Value.OrgUnit);
        await Task.WhenAll(calls.Select(async unit =>
        {
            var asked = unit.ToList();
            var answers = await grains.OwnGrain(tree.Find(unit.Key)!).Explain(
                [.. asked.Select(one => new ValueQuery(one.Value.OrgUnit, one.Value.Indicator, one.Value.Period, one.Value.Stage))]);
            for (var i = 0; i < asked.Count; i++)
                explained[asked[i].Index] = new ExplainedValue(asked[i].Value, answers[i]);
        }));
        return explained;
    }

    private IEnumerable<(IUnitReads Grain, List<(ValueQuery Query, int Index, OrgUnit Unit)> Items)> ByGrain(
        List<(ValueQuery Query, int Index, OrgUnit Unit)> items)
    {
        var bySchool = items.GroupBy(item => item.Unit).ToList();
        return items[0].Unit.Level == OrgUnitLevel.School && bySchool.Count <= FewSchools
            ? bySchool.Select(group => (grains.OwnGrain(group.Key), group.ToList()))
            : [(grains.RowKeeper(items[0].Unit), items)];
    }
}
