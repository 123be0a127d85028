using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using EduAnalytics.Contracts;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using Microsoft.Extensions.Logging;

namespace EduAnalytics.Gateway.Queries;

/// <summary>Changes of indicators, from all the grains that hold the units asked for, as one stream.</summary>
public sealed class IndicatorWatch(IGrainFactory grains, OrgUnitQueries orgUnits, IndicatorQueries indicators, TimeProvider time, ILogger<IndicatorWatch> logger)
{
    private static readonly TimeSpan pauseAfterFault = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Each change once, in its newest state: what a reader does not fetch stays in the grain as a name, so the slowest
    /// reader costs no more memory than the quickest.
    /// </summary>
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
        return Merge([.. followed], [.. codes ?? []], cancellationToken);
    }

    private async IAsyncEnumerable<IndicatorValue> Merge(
        ImmutableArray<OrgUnit> units, ImmutableArray<string> codes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // One place: a source waits until its last values were taken, and conflates in its grain meanwhile.
        var merged = Channel.CreateBounded<ImmutableArray<IndicatorValue>>(1);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var sources = units
            .GroupBy(unit => unit.Level == OrgUnitLevel.School ? unit.Parent!.Value : unit.Id)
            .Select(group => Pump(grains.RowKeeper(group.First()), [.. group.Select(unit => unit.Id)], codes, merged.Writer, ending.Token))
            .ToList();
        try
        {
            await foreach (var values in merged.Reader.ReadAllAsync(cancellationToken))
            {
                foreach (var value in values)
                    yield return value;
            }
        }
        finally
        {
            await ending.CancelAsync();
            await Task.WhenAll(sources);
        }
    }

    private async Task Pump(
        IRowKeeper keeper,
        ImmutableArray<OrgUnitId> units,
        ImmutableArray<string> codes,
        ChannelWriter<ImmutableArray<IndicatorValue>> writer,
        CancellationToken ending)
    {
        while (!ending.IsCancellationRequested)
        {
            try
            {
                await foreach (var values in keeper.Watch(units, codes, ending).WithCancellation(ending))
                    await writer.WriteAsync(values, ending);
            }
            catch (Exception) when (ending.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // The grain moved or its silo went; the next call finds it where it now lives.
                logger.LogWarning(e, "Lost sight of {Units}; looking again.", units);
                await Task.Delay(pauseAfterFault, time, CancellationToken.None);
            }
        }
    }
}
