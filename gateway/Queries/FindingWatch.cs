using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using EduAnalytics.Contracts.Findings;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.OrgUnits;
using Microsoft.Extensions.Logging;

namespace EduAnalytics.Gateway.Queries;

/// <summary>Findings as they are raised, from all the grains that find something about the units asked for, as one stream.</summary>
public sealed class FindingWatch(FindingQueries findings, OrgUnitQueries orgUnits, TimeProvider time, ILogger<FindingWatch> logger)
{
    private static readonly TimeSpan pauseAfterFault = TimeSpan.FromSeconds(1);

    /// <exception cref="QueryRefusedException">A unit is unknown, or none is named; thrown before the stream begins.</exception>
    internal async Task<IAsyncEnumerable<Finding>> Follow(IReadOnlyList<string> units, CancellationToken cancellationToken)
    {
        if (units.Count == 0)
            throw new QueryRefusedException(QueryErrorCodes.BadArgument, "Name at least one org unit to follow.", "orgUnits");
        var asked = new Dictionary<string, (IFindingReads Grain, List<OrgUnitId> Units)>(StringComparer.Ordinal);
        foreach (var id in units.Distinct())
        {
            var unit = await orgUnits.Require(id);
            foreach (var grain in await findings.Keepers(unit))
            {
                if (!asked.TryGetValue(grain.GetPrimaryKeyString(), out var source))
                    asked.Add(grain.GetPrimaryKeyString(), source = (grain, []));
                source.Units.Add(unit.Id);
            }
        }

        return Merge(asked.Values, cancellationToken);
    }

    private async IAsyncEnumerable<Finding> Merge(
        IReadOnlyCollection<(IFindingReads Grain, List<OrgUnitId> Units)> asked, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // One place: a grain keeps what it finds until its last findings were taken.
        var merged = Channel.CreateBounded<ImmutableArray<Finding>>(1);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var sources = asked.Select(source => Pump(source.Grain, [.. source.Units], merged.Writer, ending.Token)).ToList();
        try
        {
            await foreach (var raised in merged.Reader.ReadAllAsync(cancellationToken))
            {
                foreach (var finding in raised)
                    yield return finding;
            }
        }
        finally
        {
            await ending.CancelAsync();
            await Task.WhenAll(sources);
        }
    }

    private async Task Pump(
        IFindingReads grain, ImmutableArray<OrgUnitId> units, ChannelWriter<ImmutableArray<Finding>> writer, CancellationToken ending)
    {
        while (!ending.IsCancellationRequested)
        {
            try
            {
                await foreach (var raised in grain.WatchFindings(units, ending).WithCancellation(ending))
                    await writer.WriteAsync(raised, ending);
            }
            catch (Exception) when (ending.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // The grain moved or its silo went; what was raised meanwhile is among its findings, which the reader can ask for.
                logger.LogWarning(e, "Lost sight of the findings about {Units}; looking again.", units);
                await Task.Delay(pauseAfterFault, time, CancellationToken.None);
            }
        }
    }
}
