using System.Collections.Immutable;
using EduAnalytics.Contracts;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Queries.Watching;
using Microsoft.Extensions.Logging;

namespace EduAnalytics.Gateway.Queries;

/// <summary>Changes of indicators, from all the grains that hold the units asked for, as one stream.</summary>
public sealed class IndicatorWatch(
    IGrainFactory grains, OrgUnitQueries orgUnits, IndicatorQueries indicators, TimeProvider time, ILogger<IndicatorWatch> logger)
{
    private readonly Feeds<ValueQuery, IndicatorValue> _feeds = new(
        value => new ValueQuery(value.OrgUnit, value.Indicator, value.Period, value.Stage), time, logger);

    /// <summary>How many grains this gateway follows, however many readers it has.</summary>
    public int FollowedGrains => _feeds.Count;

    /// <summary>
    /// First what is present: of each unit, indicator and stage the newest period that holds data. Then each change, in its
    /// newest state: a slow reader is spared the states between. So a reader that comes back needs no other question.
    /// </summary>
    /// <param name="codes">Null for all indicators.</param>
    /// <exception cref="QueryRefusedException">A unit or an indicator is unknown; thrown before the stream begins.</exception>
    internal async Task<IAsyncEnumerable<IndicatorValue>> Follow(
        IReadOnlyList<string> units, IReadOnlyList<string>? codes, CancellationToken cancellationToken)
    {
        if (units.Count == 0)
            throw new QueryRefusedException(QueryErrorCodes.BadArgument, "Name at least one org unit to follow.", "orgUnits");
        foreach (var code in codes ?? [])
            indicators.Require(code);
        var followed = new List<OrgUnit>();
        foreach (var id in units.Distinct())
            followed.Add(await orgUnits.Require(id));
        var asked = followed
            .GroupBy(unit => unit.Level == OrgUnitLevel.School ? unit.Parent!.Value : unit.Id)
            .Select(group => (
                group.Key.Code,
                (IFeedSource<ValueQuery, IndicatorValue>)new Source(grains.RowKeeper(group.First())),
                new Interest(group.Select(unit => unit.Id), codes ?? [])))
            .ToList();
        return _feeds.Follow(asked, cancellationToken);
    }

    private sealed class Source(IRowKeeper keeper) : IFeedSource<ValueQuery, IndicatorValue>
    {
        public IAsyncEnumerable<ImmutableArray<IndicatorValue>> Open(Guid watch, Interest interest, CancellationToken cancellationToken) =>
            keeper.Watch(watch, interest.Units, interest.Indicators, cancellationToken);

        public Task<bool> Refocus(Guid watch, Interest interest) => keeper.Refocus(watch, interest.Units, interest.Indicators);

        public bool IsWanted(IndicatorValue item, Interest interest) => interest.Includes(item.OrgUnit, item.Indicator);

        public IPresentState<IndicatorValue> NewPresentState() => new PresentValues();
    }
}
