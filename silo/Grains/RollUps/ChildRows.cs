using EduAnalytics.Contracts;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Domain.Submissions;
using Microsoft.Extensions.Logging;

namespace EduAnalytics.Grains.RollUps;

/// <summary>
/// Brings the rows of an authority's children to it: of all at once while it wakes, and afterwards of those that were not heard
/// from, until they are. A child that is awake pushes its row only when that changes, so one that was missed once would stay
/// out of the totals for as long as it is quiet. Used on its grain's scheduler only.
/// </summary>
/// <param name="taken">Told after a row was taken that had been missing.</param>
internal sealed class ChildRows(Authority authority, ArrivingRows arriving, Action taken, TimeProvider time, ILogger logger)
{
    /// <summary>Before a child is asked again whose silo was just going, or whose store was.</summary>
    private static readonly TimeSpan betweenQuestions = TimeSpan.FromMilliseconds(200);

    /// <summary>A child that cannot wake reads its journal in vain each time it is asked.</summary>
    private static readonly TimeSpan longestPause = TimeSpan.FromMinutes(1);

    private readonly Dictionary<OrgUnitId, Missing> missing = [];

    /// <summary>A child's grain.</summary>
    public required Func<OrgUnitId, IRowSource> Find { get; init; }

    /// <summary>The row of a child that did not answer; null where there is no other way to it.</summary>
    public required Func<OrgUnit, Task<RowUpdate?>> Instead { get; init; }

    /// <summary>Whoever is slow or dead holds up nobody for longer than this, which all of them share.</summary>
    public required TimeSpan Patience { get; init; }

    /// <summary>
    /// How long the authority may wake for its children's sake, their reading instead included. A grain that wakes for longer than the
    /// runtime allows is begun anew, and would wait for the same again.
    /// </summary>
    public required TimeSpan Longest { get; init; }

    /// <summary>The silo's count of who is missing.</summary>
    public required MissingRows Counted { get; init; }

    /// <summary>
    /// Asks children for their rows, all at once. Who cannot be had, or not in time, is set aside, and missing from the totals until it
    /// is there.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The store is gone, and not one child: then nobody is set aside for it.</exception>
    public async Task Load(IEnumerable<OrgUnit> children)
    {
        var asked = children.Select(child => (child.Id, Brought: Bring(child))).ToList();
        Task all = Task.WhenAll(asked.Select(one => one.Brought));
        await all.WaitAsync(Longest, time).ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
        if (asked.Find(one => one.Brought.IsFaulted).Brought is { } failed)
            await failed;
        foreach (var (child, brought) in asked)
        {
            if (!brought.IsCompleted)
                _ = TakeOnce(brought, child, SetAside(child));
            else if (!await brought)
                SetAside(child);
        }
    }

    /// <summary>Whether a child is missing from the totals.</summary>
    public bool AreIncomplete => missing.Count > 0;

    /// <summary>A child brought its row itself.</summary>
    public void Heard(OrgUnitId child)
    {
        if (missing.Remove(child))
            Counted.Add(authority.Unit.Level, -1);
    }

    /// <summary>The authority goes away: its next activation asks everyone itself, perhaps in another silo.</summary>
    public void Stop()
    {
        Counted.Add(authority.Unit.Level, -missing.Count);
        missing.Clear();
    }

    /// <summary>Asks those that are missing again, in no turn of the grain; less and less often while it is in vain.</summary>
    public void AskAgain()
    {
        foreach (var (child, state) in missing.ToList())
        {
            if (state.IsAsked || time.GetElapsedTime(state.AskedAt) < state.Pause)
                continue;
            _ = TakeOnce(authority.Tree.Find(child) is { } unit ? Bring(unit) : Task.FromResult(false), child, state);
        }
    }

    private Missing SetAside(OrgUnitId child)
    {
        if (missing.TryAdd(child, new Missing(time.GetTimestamp())))
            Counted.Add(authority.Unit.Level, 1);
        return missing[child];
    }

    /// <summary>Takes the row of one that is missing once it is brought, in no turn of the grain.</summary>
    private async Task TakeOnce(Task<bool> brought, OrgUnitId child, Missing state)
    {
        state.IsAsked = true;
        try
        {
            if (await brought)
            {
                Heard(child);
                taken();
            }
        }
        catch (StoreUnavailableException e)
        {
            logger.LogDebug(e, "{Child} could not be read for {OrgUnit}.", child, authority.Unit.Id);
        }

        (state.IsAsked, state.AskedAt) = (false, time.GetTimestamp());
        state.Pause = state.Pause * 2 > longestPause ? longestPause : state.Pause * 2;
    }

    /// <returns>False where the child cannot be had.</returns>
    private async Task<bool> Bring(OrgUnit child)
    {
        if ((await Ask(child.Id) ?? await ReadInstead(child)) is not { } row)
            return false;
        await arriving.Take(row);
        return true;
    }

    /// <summary>Null where the child does not answer. While a silo goes, its units come to life elsewhere, and are asked again; so they are while the store is away.</summary>
    private async Task<RowUpdate?> Ask(OrgUnitId child)
    {
        var begun = time.GetTimestamp();
        while (true)
        {
            try
            {
                var left = Patience - time.GetElapsedTime(begun);
                return await Find(child).RowSince(authority.HeldOf(child)).WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, time);
            }
            catch (Exception e) when (IsPassing(e) && time.GetElapsedTime(begun) + betweenQuestions < Patience)
            {
                await Task.Delay(betweenQuestions, time);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.LogWarning(e, "{Child} did not bring its row to {OrgUnit}.", child, authority.Unit.Id);
                return null;
            }
        }
    }

    /// <summary>One child whose journal cannot be read must not keep its neighbours from being counted.</summary>
    private async Task<RowUpdate?> ReadInstead(OrgUnit child)
    {
        try
        {
            return await Instead(child);
        }
        catch (Exception e) when (e is not (OperationCanceledException or StoreUnavailableException { Retryable: true }))
        {
            logger.LogError(e, "{Child} cannot be read; {OrgUnit} goes on without it and asks again.", child.Id, authority.Unit.Id);
            return null;
        }
    }

    private static bool IsPassing(Exception failure) => failure is OrleansException or TimeoutException or StoreUnavailableException { Retryable: true };

    /// <summary>A child that is not in the totals, and when it was asked last.</summary>
    private sealed class Missing(long askedAt)
    {
        public bool IsAsked { get; set; }

        public long AskedAt { get; set; } = askedAt;

        public TimeSpan Pause { get; set; } = TimeSpan.FromSeconds(1);
    }
}
