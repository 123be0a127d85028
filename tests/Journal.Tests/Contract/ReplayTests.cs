namespace EduAnalytics.Journal.Tests;

public abstract class ReplayTests(IStoreUnderTest kind)
{
    [Fact]
    public async Task A_replay_gives_the_org_units_own_entries_in_order_after_the_sequence_asked_for()
    {
        await using var store = await kind.OpenAsync();
        for (var sequence = 1; sequence <= 20; sequence++)
        {
            await store.AppendAsync("u", sequence);
            await store.AppendAsync("v", sequence);
        }

        var tail = await store.ReplayAsync("u", after: 12);

        Assert.All(tail, entry => Assert.Equal("u", entry.OrgUnit));
        Assert.Equal([13, 14, 15, 16, 17, 18, 19, 20], tail.Select(entry => entry.Sequence));
        Assert.Empty(await store.ReplayAsync("u", after: 20));
        Assert.Empty(await store.ReplayAsync("unknown"));
    }

    [Fact]
    public async Task A_program_beside_the_journal_reads_a_units_entries_across_pages_and_no_others()
    {
        await using var store = await kind.OpenAsync();
        const int entries = 60, bytes = 40_000;
        for (var sequence = 1; sequence <= entries; sequence++)
            await store.AppendAsync("u", sequence, payloadBytes: bytes);
        await store.AppendAsync("v", 1);

        var read = await StoredEntries.ReadAllAsync(store.Settings, "u", TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(1, entries).Select(n => (long)n), read.Select(entry => entry.Sequence));
        Assert.All(read, entry => Assert.Equal("u", entry.OrgUnit));
        Assert.Empty(await StoredEntries.ReadAllAsync(store.Settings, "unknown", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_entry_comes_back_as_it_was_written()
    {
        await using var store = await kind.OpenAsync();
        var written = new JournalEntry(
            "230404-南山", 1, "提交-1", "sha256:ab", "figures", new DateTimeOffset(2024, 5, 22, 16, 30, 0, TimeSpan.FromHours(8)).AddTicks(1234567),
            new byte[] { 0, 255, 7 });
        await store.Journal.AppendAsync(written, TestContext.Current.CancellationToken);

        var read = Assert.Single(await store.ReplayAsync("230404-南山"));

        Assert.Equal(written.Payload.ToArray(), read.Payload.ToArray());
        Assert.Equal(written, read with { Payload = written.Payload });
    }

    [Fact]
    public async Task A_payload_that_is_part_of_a_larger_buffer_is_written_alone()
    {
        await using var store = await kind.OpenAsync();
        var buffer = new byte[] { 1, 2, 3, 4, 5 };
        var entry = OpenStore.Entry("u", 1) with { Payload = buffer.AsMemory(1, 3) };
        await store.Journal.AppendAsync(entry, TestContext.Current.CancellationToken);

        Assert.Equal([2, 3, 4], Assert.Single(await store.ReplayAsync("u")).Payload.ToArray());
    }

    [Fact]
    public async Task A_long_journal_is_replayed_whole_across_pages()
    {
        await using var store = await kind.OpenAsync();
        const int entries = 100, bytes = 40_000;
        await Task.WhenAll(Enumerable.Range(1, entries).Select(n => store.AppendAsync("u", n, payloadBytes: bytes).AsTask()));

        var replayed = await store.ReplayAsync("u");

        Assert.Equal(Enumerable.Range(1, entries).Select(n => (long)n), replayed.Select(entry => entry.Sequence));
        Assert.All(replayed, entry => Assert.Equal(OpenStore.Payload(entry.Sequence, bytes), entry.Payload.ToArray()));
    }

    [Fact]
    public async Task A_payload_over_the_limit_is_refused_before_it_reaches_the_queue()
    {
        await using var store = await kind.OpenAsync();

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            async () => await store.AppendAsync("u", 1, payloadBytes: JournalEntry.MaxPayloadBytes + 1));
    }

    [Fact]
    public async Task A_journal_is_empty_until_its_first_entry()
    {
        await using var store = await kind.OpenAsync();
        Assert.True(await store.Journal.IsEmptyAsync(TestContext.Current.CancellationToken));

        await store.AppendAsync("u", 1);

        Assert.False(await store.Journal.IsEmptyAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_journal_as_it_stood_at_a_moment_is_what_was_accepted_until_then()
    {
        await using var store = await kind.OpenAsync();
        var noon = new DateTimeOffset(2024, 5, 22, 12, 0, 0, TimeSpan.Zero);
        foreach (var (sequence, minute) in new[] { (1, 0), (2, 10), (3, 10), (4, 20) })
            await AppendAtAsync(store, sequence, noon.AddMinutes(minute));

        Assert.Empty(await UntilAsync(store, noon.AddTicks(-1)));
        Assert.Equal([1], await UntilAsync(store, noon));
        Assert.Equal([1], await UntilAsync(store, noon.AddMinutes(10).AddTicks(-1)));
        Assert.Equal([1, 2, 3], await UntilAsync(store, new DateTimeOffset(2024, 5, 22, 20, 10, 0, TimeSpan.FromHours(8))));
        Assert.Equal([1, 2, 3, 4], await UntilAsync(store, noon.AddYears(1)));
    }

    [Fact]
    public async Task Where_the_clock_was_put_back_the_past_is_still_a_state_that_was()
    {
        await using var store = await kind.OpenAsync();
        var noon = new DateTimeOffset(2024, 5, 22, 12, 0, 0, TimeSpan.Zero);
        foreach (var (sequence, minute) in new[] { (1, 0), (2, 60), (3, 30) })
            await AppendAtAsync(store, sequence, noon.AddMinutes(minute));

        // The third followed the second: without that one it never stood in the journal.
        Assert.Equal([1], await UntilAsync(store, noon.AddMinutes(45)));
        Assert.Equal([1, 2, 3], await UntilAsync(store, noon.AddMinutes(60)));
    }

    [Fact]
    public async Task A_parent_reads_how_far_each_child_was_at_a_moment_as_a_replay_until_then_tells_it()
    {
        await using var store = await kind.OpenAsync();
        var noon = new DateTimeOffset(2024, 5, 22, 12, 0, 0, TimeSpan.Zero);
        foreach (var (sequence, minute) in new[] { (1, 0), (2, 10), (3, 60), (4, 30) })
            await AppendAtAsync(store, sequence, noon.AddMinutes(minute));

        foreach (var minute in new[] { -1, 0, 5, 10, 45, 60, 90 })
        {
            var moment = noon.AddMinutes(minute);
            var rows = await store.Journal.ReadRowsUntilAsync(["unknown", "u"], moment, TestContext.Current.CancellationToken);
            Assert.Equal([new StoredRow("unknown", 0, null), new StoredRow("u", (await UntilAsync(store, moment)).LastOrDefault(), null)], rows);
        }
    }

    private static async Task AppendAtAsync(OpenStore store, long sequence, DateTimeOffset acceptedAt) =>
        await store.Journal.AppendAsync(OpenStore.Entry("u", sequence) with { AcceptedAt = acceptedAt }, TestContext.Current.CancellationToken);

    private static async Task<IEnumerable<long>> UntilAsync(OpenStore store, DateTimeOffset moment) =>
        await store.Journal.ReplayUntilAsync("u", moment, TestContext.Current.CancellationToken)
            .Select(entry => entry.Sequence).ToArrayAsync(TestContext.Current.CancellationToken);
}
