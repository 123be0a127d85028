namespace EduAnalytics.Journal.Tests;

public abstract class GroupCommitTests(IStoreUnderTest kind)
{
    private const int OrgUnits = 64;
    private const int EntriesEach = 50;

    [Fact]
    public async Task What_many_org_units_append_at_once_is_there_once_after_reopening()
    {
        await using var store = await kind.OpenAsync();
        await Task.WhenAll(Enumerable.Range(0, OrgUnits).Select(unit => AppendAllAsync(store, $"u{unit}")));

        await store.ReopenAsync();

        for (var unit = 0; unit < OrgUnits; unit++)
        {
            var entries = await store.ReplayAsync($"u{unit}");
            Assert.Equal(Enumerable.Range(1, EntriesEach).Select(n => (long)n), entries.Select(entry => entry.Sequence));
        }
    }

    [Fact]
    public async Task Writes_that_wait_share_one_commit()
    {
        using var writerMayOpen = new ManualResetEventSlim();
        using var groups = new MeasurementsOf<int>("edu.journal.group.size");
        await using var store = await kind.OpenAsync(() => HoldUntil(writerMayOpen));
        var first = store.AppendAsync("u0", 1).AsTask();
        var waiting = Enumerable.Range(1, 500).Select(unit => store.AppendAsync($"u{unit}", 1).AsTask()).ToArray();

        writerMayOpen.Set();
        await Task.WhenAll([first, .. waiting]);

        // The writer may have taken some of the waiting along with the first, before it was held.
        Assert.InRange(groups.Values.Count, 1, 2);
        Assert.Equal(501, groups.Values.Sum());
    }

    [Fact]
    public async Task A_refused_entry_does_not_fail_its_neighbours()
    {
        using var writerMayOpen = new ManualResetEventSlim();
        using var groups = new MeasurementsOf<int>("edu.journal.group.size");
        await using var store = await kind.OpenAsync(() => HoldUntil(writerMayOpen));
        var first = store.AppendAsync("first", 1).AsTask();
        var before = store.AppendAsync("a", 1).AsTask();
        var fenced = store.AppendAsync("a", 1, "another").AsTask();
        var duplicate = store.AppendAsync("a", 2, "a-1").AsTask();
        var after = store.AppendAsync("b", 1).AsTask();

        writerMayOpen.Set();
        await Task.WhenAll(first, before, fenced, duplicate, after);

        Assert.InRange(groups.Values.Count, 1, 2);
        Assert.IsType<AppendOutcome.Appended>(await before);
        Assert.Equal(new AppendOutcome.Fenced(Head: 1), await fenced);
        Assert.IsType<AppendOutcome.Duplicate>(await duplicate);
        Assert.IsType<AppendOutcome.Appended>(await after);
        Assert.Single(await store.ReplayAsync("a"));
        Assert.Single(await store.ReplayAsync("b"));
    }

    [Fact]
    public async Task Writes_that_wait_are_finished_before_the_journal_closes()
    {
        await using var store = await kind.OpenAsync();
        var waiting = Enumerable.Range(1, 200).Select(unit => store.AppendAsync($"u{unit}", 1).AsTask()).ToArray();

        await store.CloseAsync();

        Assert.All(await Task.WhenAll(waiting), outcome => Assert.IsType<AppendOutcome.Appended>(outcome));
    }

    [Fact]
    public async Task A_closed_journal_says_that_it_is_closed()
    {
        await using var store = await kind.OpenAsync();
        var journal = store.Journal;
        await store.CloseAsync();

        var refusal = await Assert.ThrowsAsync<JournalUnavailableException>(
            async () => await journal.AppendAsync(OpenStore.Entry("u", 1), TestContext.Current.CancellationToken));

        Assert.Equal(JournalFault.Closed, refusal.Fault);
        Assert.True(refusal.Retryable);
    }

    private static async Task AppendAllAsync(OpenStore store, string orgUnit)
    {
        for (var sequence = 1; sequence <= EntriesEach; sequence++)
            Assert.IsType<AppendOutcome.Appended>(await store.AppendAsync(orgUnit, sequence));
    }

    /// <summary>The writer asks for its settings on its own thread, so this holds it while others queue up.</summary>
    private static string HoldUntil(ManualResetEventSlim mayOpen)
    {
        mayOpen.Wait(TestContext.Current.CancellationToken);
        return "";
    }
}
