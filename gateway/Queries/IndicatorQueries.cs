using System.Collections.Immutable;
using EduAnalytics.Contracts;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Release;
using EduAnalytics.Gateway.Calls;
using EduAnalytics.Gateway.Queries.Replicas;

namespace EduAnalytics.Gateway.Queries;

/// <summary>Indicator values of any units, in as few calls as there are grains that hold them.</summary>
/// <param name="replicas">Null where the grains are in this process, and are asked themselves.</param>
public sealed class IndicatorQueries(IGrainFactory grains, OrgUnitQueries orgUnits, Catalogue catalogue, TimeProvider time, ReadReplicas? replicas = null)
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

    /// <summary>
    /// The instant, where it is past: figures are then read as the journal stood. Null for now, and for a time to come,
    /// which nobody can know better than as things stand.
    /// </summary>
    public DateTimeOffset? PastOf(DateTimeOffset? asOf) => asOf is not null && asOf < time.GetUtcNow() ? asOf : null;

    /// <summary>Values in the order of the queries, which must have passed <see cref="Check"/>.</summary>
    /// <param name="audience">
    /// A few schools are asked themselves for their staff only: they know nothing of their neighbours, and so not what must
    /// be withheld.
    /// </param>
    internal async Task<IReadOnlyList<IndicatorValue>> Values(IReadOnlyCollection<ValueQuery> queries, Audience audience)
    {
        var values = new IndicatorValue[queries.Count];
        var calls = new List<KeyValuePair<IValueReads, List<(ValueQuery Query, int Index)>>>();
        foreach (var ofOneTime in queries.Index().GroupBy(item => PastOf(item.Item.AsOf)))
            calls.AddRange(await CallsFor(ofOneTime, ofOneTime.Key, askSchools: audience == Audience.Staff));
        await Task.WhenAll(calls.Select(async call =>
        {
            var (holder, items) = call;
            var asked = items.Select(item => item.Query);
            var answers = replicas?.Find(holder, audience) is { } replica
                ? await replica.Evaluate(asked)
                : await holder.Evaluate([.. asked], audience);
            for (var i = 0; i < items.Count; i++)
                values[items[i].Index] = answers[i];
        }));
        return values;
    }

    /// <summary>For each unit, in their order, the periods for which it holds anything that one of the indicators reads.</summary>
    /// <param name="asOf">A past instant; null for now.</param>
    public async Task<IReadOnlyList<ImmutableArray<Period>>> PeriodsWithData(
        IReadOnlyList<OrgUnit> units, ImmutableArray<Indicator> asked, SchoolStage? stage, DateTimeOffset? asOf)
    {
        var holders = await HoldersOf(units.Select(unit => unit.Id), asOf, askSchools: false);
        ImmutableArray<string> codes = [.. asked.Select(indicator => indicator.Code)];
        var periods = new ImmutableArray<Period>[units.Count];
        await Task.WhenAll(units.Index().GroupBy(one => holders[one.Item.Id]).Select(async holder =>
        {
            var held = holder.ToList();
            ImmutableArray<OrgUnitId> ids = [.. held.Select(one => one.Item.Id)];

            // Which periods hold anything is told to all alike.
            var answers = replicas?.Find(holder.Key, Audience.Staff) is { } replica
                ? await replica.PeriodsWithData(ids, codes, stage)
                : await holder.Key.PeriodsWithData(ids, codes, stage);
            for (var i = 0; i < held.Count; i++)
                periods[held[i].Index] = answers[i];
        }));
        return periods;
    }

    /// <summary>Why values are what they are, in their order; of those read as of an instant, why they were. One call to each unit.</summary>
    internal async Task<IReadOnlyList<Explanation>> Explain(IReadOnlyList<IndicatorValue> values)
    {
        var explained = new Explanation[values.Count];
        var calls = values.Select((value, index) => (Value: value, Index: index)).GroupBy(asked => (asked.Value.OrgUnit, asked.Value.ReadAsOf));
        await Task.WhenAll(calls.Select(async unit =>
        {
            var asked = unit.ToList();
            var known = await orgUnits.Require(unit.Key.OrgUnit.Code);
            var answers = await grains.OwnGrain(known, unit.Key.ReadAsOf).Explain(
                [.. asked.Select(one => new ValueQuery(one.Value.OrgUnit, one.Value.Indicator, one.Value.Period, one.Value.Stage))]).Within(known);
            for (var i = 0; i < asked.Count; i++)
                explained[asked[i].Index] = answers[i];
        }));
        return explained;
    }

    /// <summary>What each grain is asked. Units come many times in a row, one for each indicator and period, and are looked up once.</summary>
    private async Task<Dictionary<IValueReads, List<(ValueQuery Query, int Index)>>> CallsFor(
        IEnumerable<(int Index, ValueQuery Query)> queries, DateTimeOffset? asOf, bool askSchools)
    {
        var asked = queries.ToList();
        var holders = await HoldersOf(asked.Select(item => item.Query.OrgUnit), asOf, askSchools);
        var calls = holders.Values.Distinct().ToDictionary(holder => holder, _ => new List<(ValueQuery Query, int Index)>());
        var ofUnit = holders.ToDictionary(unit => unit.Key, unit => calls[unit.Value]);
        foreach (var (index, query) in asked)
            ofUnit[query.OrgUnit].Add((query, index));
        return calls;
    }

    /// <summary>The grain that answers for each unit, at that instant or now.</summary>
    private async Task<Dictionary<OrgUnitId, IValueReads>> HoldersOf(IEnumerable<OrgUnitId> ids, DateTimeOffset? asOf, bool askSchools)
    {
        var tree = await orgUnits.Tree(asOf);
        var asked = ids.ToHashSet();
        var crowded = asked.Select(tree.Find).OfType<OrgUnit>()
            .Where(unit => unit.Level == OrgUnitLevel.School)
            .CountBy(school => school.Parent!.Value)
            .Where(district => !askSchools || district.Value > FewSchools)
            .Select(district => district.Key)
            .ToHashSet();
        var holders = new Dictionary<OrgUnitId, IValueReads>();
        foreach (var id in asked)
        {
            // A unit that was not registered then answers for itself, that there is nothing: no district knew of it.
            var unit = tree.Find(id) ?? await orgUnits.Require(id.Code);
            holders[id] = unit.Parent is { } parent && crowded.Contains(parent) && tree.Find(id) is not null
                ? grains.RowKeeper(unit, asOf)
                : grains.OwnGrain(unit, asOf);
        }

        return holders;
    }
}
