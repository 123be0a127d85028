namespace EduAnalytics.Journal.Tests;

public abstract class SnapshotTests(IStoreUnderTest kind)
{
    [Fact]
    public async Task The_latest_snapshot_is_read_after_reopening()
    {
        await using var store = await WithEntriesAsync(2);
        await WriteAsync(store, new Snapshot("u", 1, 1, new byte[] { 1 }, new byte[] { 1, 1 }));
        await WriteAsync(store, new Snapshot("u", 2, 1, new byte[] { 2 }, new byte[] { 2, 2 }));
        await store.ReopenAsync();

        var snapshot = await ReadAsync(store, "u");

        Assert.NotNull(snapshot);
        Assert.Equal(2, snapshot.Sequence);
        Assert.Equal([2], snapshot.Row.ToArray());
        Assert.Equal([2, 2], snapshot.State.ToArray());
        Assert.Null(await ReadAsync(store, "v"));
    }

    [Fact]
    public async Task An_older_snapshot_does_not_replace_a_newer_one()
    {
        await using var store = await WithEntriesAsync(2);
        await WriteAsync(store, new Snapshot("u", 2, 1, new byte[] { 2 }, new byte[] { 2 }));

        await WriteAsync(store, new Snapshot("u", 1, 1, new byte[] { 1 }, new byte[] { 1 }));

        Assert.Equal(2, (await ReadAsync(store, "u"))?.Sequence);
    }

    [Fact]
    public async Task A_snapshot_at_the_same_sequence_may_be_rewritten_in_a_newer_format()
    {
        await using var store = await WithEntriesAsync(1);
        await WriteAsync(store, new Snapshot("u", 1, 1, new byte[] { 1 }, new byte[] { 1 }));

        await WriteAsync(store, new Snapshot("u", 1, 2, new byte[] { 9 }, new byte[] { 9 }));

        Assert.Equal(2, (await ReadAsync(store, "u"))?.FormatVersion);
    }

    [Fact]
    public async Task A_snapshot_ahead_of_the_journal_is_refused()
    {
        await using var store = await WithEntriesAsync(1);

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => WriteAsync(store, new Snapshot("u", 2, 1, new byte[] { 1 }, new byte[] { 1 })));

        Assert.Null(await ReadAsync(store, "u"));
    }

    [Fact]
    public async Task A_parent_reads_the_rows_of_four_hundred_children_in_the_order_asked_for()
    {
        await using var store = await kind.OpenAsync();
        var asked = Enumerable.Range(1, 400).Select(unit => $"u{unit}").Reverse().ToArray();
        await Task.WhenAll(asked.SelectMany(unit => new[] { store.AppendAsync(unit, 1).AsTask(), store.AppendAsync(unit, 2).AsTask() }));
        await WriteAsync(store, new Snapshot("u7", 2, 3, new byte[] { 7 }, new byte[] { 1 }));
        await WriteAsync(store, new Snapshot("u8", 1, 3, new byte[] { 8 }, new byte[] { 1 }));

        var rows = await store.Journal.ReadRowsAsync([.. asked, "unknown"], TestContext.Current.CancellationToken);

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

    [Fact]
    public async Task A_row_is_read_for_the_past_only_where_it_is_of_that_very_state()
    {
        await using var store = await WithEntriesAsync(3);
        await WriteAsync(store, new Snapshot("u", 2, 3, new byte[] { 7 }, new byte[] { 1 }));
        var accepted = await store.ReplayAsync("u");

        var rows = new List<StoredRow>();
        foreach (var entry in accepted)
            rows.AddRange(await store.Journal.ReadRowsUntilAsync(["u"], entry.AcceptedAt, TestContext.Current.CancellationToken));

        Assert.Equal([1, 2, 3], rows.Select(row => row.Head));
        Assert.Equal([null, 2, null], rows.Select(row => row.Row?.Sequence));
        Assert.Equal([7], rows[1].Row!.Measures.ToArray());
    }

    private async Task<OpenStore> WithEntriesAsync(int entries)
    {
        var store = await kind.OpenAsync();
        for (var sequence = 1; sequence <= entries; sequence++)
            await store.AppendAsync("u", sequence);
        return store;
    }

    private static Task WriteAsync(OpenStore store, Snapshot snapshot) =>
        store.Journal.WriteSnapshotAsync(snapshot, TestContext.Current.CancellationToken).AsTask();

    private static Task<Snapshot?> ReadAsync(OpenStore store, string orgUnit) =>
        store.Journal.ReadSnapshotAsync(orgUnit, TestContext.Current.CancellationToken).AsTask();
}
