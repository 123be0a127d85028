namespace EduAnalytics.Gateway.Queries.Replicas;

/// <summary>
/// Work that many want at once and that is done for all of them together, one round after the other. A round begins after
/// everyone who takes part in it came: what it finds is no older than the question of any of them.
/// </summary>
/// <param name="run">Does the work of one round, for the parts that were brought to it. Two may run at once, where the first hangs.</param>
internal sealed class SharedRounds<TPart, TOutcome>(Func<IReadOnlyList<TPart>, Task<TOutcome>> run, TimeProvider time)
{
    /// <summary>
    /// How long a round waits for the one before. Of a silo that was killed a caller hears nothing for longer than the others take
    /// to do without it: whoever comes then is not to wait with those who asked in vain.
    /// </summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private Round? gathering;
    private Task newest = Task.CompletedTask;

    /// <summary>Takes part in the next round. Where none is under way, it begins at once.</summary>
    /// <returns>The round's outcome, or its failure, the same for all who took part.</returns>
    public Task<TOutcome> Join(TPart part)
    {
        Round round;
        bool leads;
        lock (gate)
        {
            leads = gathering is null;
            round = gathering ??= new Round(newest);
            newest = round.Outcome;
            round.Parts.Add(part);
        }

        // Whoever comes first runs it, so that its calls stand in the trace of one who waits for them.
        if (leads)
            _ = Lead(round);
        return round.Outcome;
    }

    private async Task Lead(Round round)
    {
        await round.Before.WaitAsync(Patience, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (gate)
            gathering = null;
        try
        {
            round.Succeed(await run(round.Parts));
        }
        catch (Exception failure)
        {
            round.Fail(failure);
        }
    }

    /// <param name="before">The round that has to end first.</param>
    private sealed class Round(Task before)
    {
        private readonly TaskCompletionSource<TOutcome> outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Before => before;

        /// <summary>Complete once the round is no longer the one that gathers.</summary>
        public List<TPart> Parts { get; } = [];

        public Task<TOutcome> Outcome => outcome.Task;

        public void Succeed(TOutcome found) => outcome.SetResult(found);

        public void Fail(Exception failure) => outcome.SetException(failure);
    }
}
