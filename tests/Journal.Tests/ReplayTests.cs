namespace EduAnalytics.Journal.Tests;

public sealed class ReplayTests
{
    [Fact]
    public async Task A_replay_gives_the_org_units_own_entries_in_order_after_the_sequence_asked_for()
    {
        await using var disk = new JournalOnDisk();
        for (var sequence = 1; sequence <= 20; sequence++)
        {
            await disk.AppendAsync("u", sequence);
            await disk.AppendAsync("v", sequence);
        }

        var tail = await disk.ReplayAsync("u", after: 12);

        Assert.All(tail, entry => Assert.Equal("u", entry.OrgUnit));
        Assert.Equal([13, 14, 15, 16, 17, 18, 19, 20], tail.Select(entry => entry.Sequence));
        Assert.Empty(await disk.ReplayAsync("u", after: 20));
        Assert.Empty(await disk.ReplayAsync("unknown"));
    }

    [Fact]
    public async Task An_entry_comes_back_as_it_was_written()
    {
        await using var disk = new JournalOnDisk();
        var written = new JournalEntry(
            "230404-南山", 1, "提交-1", "sha256:ab", "figures", new DateTimeOffset(2024, 5, 22, 16, 30, 0, TimeSpan.FromHours(8)).AddTicks(1234567),
            new byte[] { 0, 255, 7 });
        await disk.Journal.AppendAsync(written, TestContext.Current.CancellationToken);

        var read = Assert.Single(await disk.ReplayAsync("230404-南山"));

        Assert.Equal(written.Payload.ToArray(), read.Payload.ToArray());
        Assert.Equal(written, read with { Payload = written.Payload });
    }

    [Fact]
    public async Task A_payload_that_is_part_of_a_larger_buffer_is_written_alone()
    {
        await using var disk = new JournalOnDisk();
        var buffer = new byte[] { 1, 2, 3, 4, 5 };
        var entry = JournalOnDisk.Entry("u", 1) with { Payload = buffer.AsMemory(1, 3) };
        await disk.Journal.AppendAsync(entry, TestContext.Current.CancellationToken);

        Assert.Equal([2, 3, 4], Assert.Single(await disk.ReplayAsync("u")).Payload.ToArray());
    }

    [Fact]
    public async Task A_long_journal_is_replayed_whole_across_pages()
    {
        await using var disk = new JournalOnDisk();
        const int entries = 100, bytes = 40_000;
        await Task.WhenAll(Enumerable.Range(1, entries).Select(n => disk.AppendAsync("u", n, payloadBytes: bytes).AsTask()));

        var replayed = await disk.ReplayAsync("u");

        Assert.Equal(Enumerable.Range(1, entries).Select(n => (long)n), replayed.Select(entry => entry.Sequence));
        Assert.All(replayed, entry => Assert.Equal(JournalOnDisk.Payload(entry.Sequence, bytes), entry.Payload.ToArray()));
    }

    [Fact]
    public async Task A_payload_over_the_limit_is_refused_before_it_reaches_the_queue()
    {
        await using var disk = new JournalOnDisk();

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            async () => await disk.AppendAsync("u", 1, payloadBytes: JournalEntry.MaxPayloadBytes + 1));
    }

    [Fact]
    public async Task A_journal_is_empty_until_its_first_entry()
    {
        await using var disk = new JournalOnDisk();
        Assert.True(await disk.Journal.IsEmptyAsync(TestContext.Current.CancellationToken));

        await disk.AppendAsync("u", 1);

        Assert.False(await disk.Journal.IsEmptyAsync(TestContext.Current.CancellationToken));
    }
}
