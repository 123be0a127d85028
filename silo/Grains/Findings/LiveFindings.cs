using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Findings.Acknowledgements;
using EduAnalytics.Domain.Findings.Peers;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Grains.Telemetry;

namespace EduAnalytics.Grains.Findings;

/// <summary>
/// What one grain has found, and the readers who wait for more. Changes are noted as they come and looked at when somebody
/// asks or waits, bursts as one. Used on its grain's scheduler only.
/// </summary>
/// <param name="own">What the unit's figures show by themselves.</param>
/// <param name="peers">Which children stand far from the others; null at a school.</param>
internal sealed class LiveFindings(FindingBook own, PeerBook? peers, TimeProvider time)
{
    /// <summary>As for indicator values: a burst is one event for a reader.</summary>
    private static readonly TimeSpan conflation = TimeSpan.FromMilliseconds(30);

    private readonly List<FindingWatcher> watchers = [];

    public void Touch(IEnumerable<MeasureKey> cells)
    {
        own.Touch(cells);
        RingAll();
    }

    public void Touch(OrgUnitId child, IEnumerable<MeasureKey> cells)
    {
        peers?.Touch(child, cells);
        RingAll();
    }

    public ImmutableArray<Finding> About(OrgUnitId unit, Period? period) =>
    [
        .. Standing().Where(finding => finding.OrgUnit == unit && (period is null || finding.Period == period))
            .OrderByDescending(finding => finding.Severity)
            .ThenByDescending(finding => finding.Period.Start)
            .ThenBy(finding => finding.Id.Rule, StringComparer.Ordinal)
            .ThenBy(finding => finding.Id.Subject, StringComparer.Ordinal)
            .ThenBy(finding => finding.Id.Stage),
    ];

    /// <summary>About the unit and its children, in no order.</summary>
    public ImmutableArray<Finding> All(Period? period) => [.. Standing().Where(finding => period is null || finding.Period == period)];

    /// <summary>Turns a watch to other units; false where there is none of that name.</summary>
    public bool Refocus(Guid watch, ImmutableArray<OrgUnitId> units)
    {
        if (watchers.Find(watcher => watcher.Name == watch) is not { } found)
            return false;
        found.Turn(units, Standing());
        return true;
    }

    /// <summary>Has a finding that stands here told again, with what is said of it now.</summary>
    /// <param name="word">Null where it was taken back.</param>
    public void TellWord(FindingId id, Acknowledgement? word)
    {
        if (watchers.Count == 0 || Standing().FirstOrDefault(finding => finding.Id == id) is not { } found)
            return;
        var told = found with { Acknowledgement = word?.Covers(found) == true ? word : null };
        foreach (var watcher in watchers)
            watcher.TellWord(told);
    }

    public async IAsyncEnumerable<ImmutableArray<Finding>> Follow(
        Guid watch, ImmutableArray<OrgUnitId> units, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var watcher = new FindingWatcher(watch, units, Standing());
        watchers.Add(watcher);
        GrainsInstruments.OnWatcherJoined();
        try
        {
            yield return [];
            while (!cancellationToken.IsCancellationRequested)
            {
                await watcher.Rung(cancellationToken);
                await Task.Delay(conflation, time, cancellationToken);
                var raised = watcher.TakeNew(Standing());
                if (!raised.IsEmpty)
                    yield return raised;
            }
        }
        finally
        {
            watchers.Remove(watcher);
            GrainsInstruments.OnWatcherLeft();
        }
    }

    private IEnumerable<Finding> Standing() => own.Standing().Concat(peers?.Standing() ?? []);

    private void RingAll()
    {
        foreach (var watcher in watchers)
            watcher.Ring();
    }
}
