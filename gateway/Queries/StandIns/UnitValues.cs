using System.Collections.Concurrent;
using System.Collections.Immutable;
using EduAnalytics.Contracts;
using EduAnalytics.Contracts.Past;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Release;

namespace EduAnalytics.Gateway.Queries.StandIns;

/// <summary>
/// Values of units, also of those that do not answer: the unit above has their row, and what it withholds of them it knows
/// itself. Never older than what was told here before.
/// </summary>
public sealed class UnitValues(IGrainFactory grains, OrgUnitQueries orgUnits, UnitAnswers units, PastAnswers pasts)
{
    /// <summary>The newest version of each unit that its own grain told. What its row above lags behind must not be shown after it.</summary>
    private readonly ConcurrentDictionary<OrgUnitId, long> told = new();

    /// <summary>In the order of the queries; those that nobody answered say so.</summary>
    /// <param name="holder">The grain that answers.</param>
    /// <param name="ask">Asks it, or whoever answers in its place with the same.</param>
    internal async Task<IReadOnlyList<IndicatorValue>> Values(
        IValueReads holder, ImmutableArray<ValueQuery> queries, Audience audience, Func<Task<ImmutableArray<IndicatorValue>>> ask)
    {
        if (holder is IPastUnitGrain)
        {
            var past = PastKey.Parse(holder.GetPrimaryKeyString());
            return await pasts.Ask(past, ask()) ?? [.. queries.Select(query => NotKnown(query) with { ReadAsOf = past.Instant })];
        }

        var unit = await orgUnits.Require(holder.GetPrimaryKeyString());
        var (answer, _) = await units.Ask(unit, Told(unit.Id, ask()), StandInFor(unit, queries, audience));
        return answer ?? [.. queries.Select(NotKnown)];
    }

    /// <summary>For each unit asked for, in their order; null where nobody answered.</summary>
    /// <inheritdoc cref="Values"/>
    internal async Task<IReadOnlyList<ImmutableArray<Period>?>> Periods(
        IValueReads holder, ImmutableArray<OrgUnitId> asked, ImmutableArray<string> indicators, SchoolStage? stage, Func<Task<ImmutableArray<ImmutableArray<Period>>>> ask)
    {
        if (holder is IPastUnitGrain)
            return Each(await pasts.Ask(PastKey.Parse(holder.GetPrimaryKeyString()), ask()));
        var unit = await orgUnits.Require(holder.GetPrimaryKeyString());
        var (answer, _) = await units.Ask(unit, Own(), StandInFor(unit, asked, indicators, stage));
        return answer ?? Each(null);

        async Task<IReadOnlyList<ImmutableArray<Period>?>> Own() => Each(await ask());

        ImmutableArray<ImmutableArray<Period>?> Each(ImmutableArray<ImmutableArray<Period>>? told) => [.. asked.Select((_, i) => told?[i])];
    }

    /// <summary>A unit above knows the unit itself; where a district is asked for a few of its schools, each of them knows its own.</summary>
    private Func<Task<IReadOnlyList<ImmutableArray<Period>?>?>>? StandInFor(
        OrgUnit unit, ImmutableArray<OrgUnitId> asked, ImmutableArray<string> indicators, SchoolStage? stage)
    {
        if (asked is [var only] && only == unit.Id)
            return unit.Parent is { } parent ? async () => [await PeriodsAt(parent, unit.Id)] : null;
        return asked.Length <= IndicatorQueries.FewSchools && !asked.Contains(unit.Id)
            ? async () => await Task.WhenAll(asked.Select(school => PeriodsAt(school, school)))
            : null;

        async Task<ImmutableArray<Period>?> PeriodsAt(OrgUnitId teller, OrgUnitId of) =>
            (await (await KeeperOf(teller)).PeriodsWithData([of], indicators, stage))[0];
    }

    /// <summary>A unit above knows the unit, and nothing of what lies below it.</summary>
    private Func<Task<IReadOnlyList<IndicatorValue>?>>? StandInFor(OrgUnit unit, ImmutableArray<ValueQuery> queries, Audience audience) =>
        unit.Parent is { } parent && queries.All(query => query.OrgUnit == unit.Id)
            ? async () =>
            {
                var answers = await (await KeeperOf(parent)).Evaluate(queries, audience);
                var newest = told.GetValueOrDefault(unit.Id);
                return answers.All(answer => answer.Version > 0 && answer.Version >= newest)
                    ? [.. answers.Select(answer => answer with { AnsweredBy = AnsweredBy.UnitAbove })]
                    : null;
            }
    : null;

    private async Task<IUnitReads> KeeperOf(OrgUnitId unit) => grains.OwnGrain(await orgUnits.Require(unit.Code));

    private async Task<IReadOnlyList<IndicatorValue>> Told(OrgUnitId unit, Task<ImmutableArray<IndicatorValue>> asked)
    {
        var answers = await asked;
        foreach (var answer in answers)
        {
            // All of one answer are of one version.
            if (answer.OrgUnit != unit)
                continue;
            told.AddOrUpdate(unit, answer.Version, (_, known) => Math.Max(known, answer.Version));
            break;
        }

        return answers;
    }

    private static IndicatorValue NotKnown(ValueQuery query) => new()
    {
        OrgUnit = query.OrgUnit,
        Indicator = query.Indicator,
        Period = query.Period,
        Stage = query.Stage,
        Status = TargetStatus.NoData,
        AnsweredBy = AnsweredBy.Nobody,
    };
}
