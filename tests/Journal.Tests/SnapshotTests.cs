namespace EduAnalytics.Journal.Tests;

public sealed class SnapshotTests
{
    [Fact]
    public async Task The_latest_snapshot_is_read_after_reopening()
    {
        await using var disk = await WithEntriesAsync(2);
        await WriteAsync(disk, new Snapshot("u", 1, 1, new byte[] { 1 }, new byte[] { 1, 1 }));
        await WriteAsync(disk, new Snapshot("u", 2, 1, new byte[] { 2 }, new byte[] { 2, 2 }));
        await disk.ReopenAsync();

        var snapshot = await ReadAsync(disk, "u");

        Assert.NotNull(snapshot);
        Assert.Equal(2, snapshot.Sequence);
        Assert.Equal([2], snapshot.Row.ToArray());
        Assert.Equal([2, 2], snapshot.State.ToArray());
        Assert.Null(await ReadAsync(disk, "v"));
    }

    [Fact]
    public async Task An_older_snapshot_does_not_replace_a_newer_one()
    {
        await using var disk = await WithEntriesAsync(2);
        await WriteAsync(disk, new Snapshot("u", 2, 1, new byte[] { 2 }, new byte[] { 2 }));

        await WriteAsync(disk, new Snapshot("u", 1, 1, new byte[] { 1 }, new byte[] { 1 }));

        Assert.Equal(2, (await ReadAsync(disk, "u"))?.Sequence);
    }

    [Fact]
    public async Task A_snapshot_at_the_same_sequence_may_be_rewritten_in_a_newer_format()
    {
        await using var disk = await WithEntriesAsync(1);
        await WriteAsync(disk, new Snapshot("u", 1, 1, new byte[] { 1 }, new byte[] { 1 }));

        await WriteAsync(disk, new Snapshot("u", 1, 2, new byte[] { 9 }, new byte[] { 9 }));

        Assert.Equal(2, (await ReadAsync(disk, "u"))?.FormatVersion);
    }

    [Fact]
    public async Task A_snapshot_ahead_of_the_journal_is_refused()
    {
        await using var disk = await WithEntriesAsync(1);

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => WriteAsync(disk, new Snapshot("u", 2, 1, new byte[] { 1 }, new byte[] { 1 })));

        Assert.Null(await ReadAsync(disk, "u"));
    }

    [Fact]
    public async Task A_parent_reads_the_rows_of_four_hundred_children_in_the_order_asked_for()
    {
        await using var disk = new JournalOnDisk();
        var asked = Enumerable.Range(1, 400).Select(unit => $"u{unit}").Reverse().ToArray();
        await Task.WhenAll(asked.SelectMany(unit => new[] { disk.AppendAsync(unit, 1).AsTask(), disk.AppendAsync(unit, 2).AsTask() }));
        await WriteAsync(disk, new Snapshot("u7", 2, 3, new byte[] { 7 }, new byte[] { 1 }));
        await WriteAsync(disk, new Snapshot("u8", 1, 3, new byte[] { 8 }, new byte[] { 1 }));

        var rows = await disk.Journal.ReadRowsAsync([.. asked, "unknown"], TestContext.Current.CancellationToken);

        Assert.Equal([.. asked, "unknown"], rows.Select(row => row.OrgUnit));
        var upToDate = rows.Single(row => row.OrgUnit == "u7");
        Assert.Equal((2, 2, 3), (upToDate.Head, upToDate.Row!.Sequence, upToDate.Row.FormatVersion));
        Assert.Equal([7], upToDate.Row.Measures.ToArray());
        Assert.False(upToDate.IsBehind);
        Assert.True(rows.Single(row => row.OrgUnit == "u8").IsBehind);
        Assert.Equal(new StoredRow("u9", 2, null), rows.Single(row => row.OrgUnit == "u9"));
        Assert.True(rows.Single(row => row.OrgUnit == "u9").IsBehind);
        Assert.Equal(new StoredRow("unknown", 0, null), rows[^1]);
        Assert.False(rows[^1].IsBehind);
    }

    private static async Task<JournalOnDisk> WithEntriesAsync(int entries)
    {
        var disk = new JournalOnDisk();
        for (var sequence = 1; sequence <= entries; sequence++)
            await disk.AppendAsync("u", sequence);
        return disk;
    }

    private static Task WriteAsync(JournalOnDisk disk, Snapshot snapshot) =>
        disk.Journal.WriteSnapshotAsync(snapshot, TestContext.Current.CancellationToken).AsTask();

    private static Task<Snapshot?> ReadAsync(JournalOnDisk disk, string orgUnit) =>
        disk.Journal.ReadSnapshotAsync(orgUnit, TestContext.Current.CancellationToken).AsTask();
}
