using System.Collections.Immutable;
using EduAnalytics.Contracts.Findings;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Queries.Watching;
using Microsoft.Extensions.Logging;

namespace EduAnalytics.Gateway.Queries.Findings;

/// <summary>Findings as they are raised, from all the grains that find something about the units asked for, as one stream.</summary>
public sealed class FindingWatch(FindingKeepers keepers, OrgUnitQueries orgUnits, TimeProvider time, ILogger<FindingWatch> logger)
{
    /// <summary>By what they are told for: a word on a finding must not take the place of its being raised.</summary>
    private readonly Feeds<(FindingId, bool), Finding> _feeds = new(finding => (finding.Id, finding.IsToldForWord), time, logger);

    /// <exception cref="QueryRefusedException">A unit is unknown, or none is named; thrown before the stream begins.</exception>
    internal async Task<IAsyncEnumerable<Finding>> Follow(IReadOnlyList<string> units, CancellationToken cancellationToken)
    {
        if (units.Count == 0)
            throw new QueryRefusedException(QueryErrorCodes.BadArgument, "Name at least one org unit to follow.", "orgUnits");
        var asked = new Dictionary<string, (IFindingReads Grain, List<OrgUnitId> Units)>(StringComparer.Ordinal);
        foreach (var id in units.Distinct())
        {
            var unit = await orgUnits.Require(id);
            foreach (var grain in await keepers.Of(unit))
            {
                if (!asked.TryGetValue(grain.GetPrimaryKeyString(), out var source))
                    asked.Add(grain.GetPrimaryKeyString(), source = (grain, []));
                source.Units.Add(unit.Id);
            }
        }

        return _feeds.Follow(
            [
                .. asked.Select(pair => (
                    pair.Key, (IFeedSource<(FindingId, bool), Finding>)new Source(pair.Value.Grain), new Interest(pair.Value.Units, []))),
            ],
            cancellationToken);
    }

    private sealed class Source(IFindingReads grain) : IFeedSource<(FindingId, bool), Finding>
    {
        public IAsyncEnumerable<ImmutableArray<Finding>> Open(Guid watch, Interest interest, CancellationToken cancellationToken) =>
            grain.WatchFindings(watch, interest.Units, cancellationToken);

        public Task<bool> Refocus(Guid watch, Interest interest) => grain.RefocusFindings(watch, interest.Units);

        public bool IsWanted(Finding item, Interest interest) => interest.Includes(item.OrgUnit);

        public IPresentState<Finding> NewPresentState() => new NothingPresent<Finding>();
    }
}
