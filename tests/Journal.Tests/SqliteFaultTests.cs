using EduAnalytics.Journal.Sqlite;

namespace EduAnalytics.Journal.Tests;

public sealed class SqliteFaultTests
{
    [Fact]
    public async Task A_full_disk_is_told_to_the_sender_and_loses_nothing_and_heals()
    {
        var full = "PRAGMA max_page_count = 100";
        await using var disk = new JournalOnDisk(() => full);
        var acknowledged = 0L;

        var refusal = await Assert.ThrowsAsync<JournalUnavailableException>(async () =>
        {
            while (await disk.AppendAsync("u", acknowledged + 1, payloadBytes: 10_000) is AppendOutcome.Appended)
                acknowledged++;
        });

        Assert.Equal(JournalFault.StorageFull, refusal.Fault);
        Assert.True(refusal.Retryable);
        Assert.InRange(acknowledged, 1, 100);
        Assert.Equal(acknowledged, (await disk.ReplayAsync("u")).Count);

        full = "";
        Assert.IsType<AppendOutcome.Appended>(await disk.AppendAsync("u", acknowledged + 1, payloadBytes: 10_000));
        await disk.ReopenAsync();
        Assert.Equal(acknowledged + 1, (await disk.ReplayAsync("u")).Count);
    }

    [Fact]
    public async Task A_commit_that_fails_acknowledges_nobody()
    {
        // A foreign key that is checked at the commit: every insert succeeds and the commit does not.
        var settings = """
            PRAGMA foreign_keys = ON;
            CREATE TEMP TABLE parent (id INTEGER PRIMARY KEY);
            CREATE TEMP TABLE child (id INTEGER REFERENCES parent DEFERRABLE INITIALLY DEFERRED);
            CREATE TEMP TRIGGER orphan AFTER INSERT ON main.entry BEGIN INSERT INTO child VALUES (1); END;
            """;
        await using var disk = new JournalOnDisk(() => settings);
        var appends = Enumerable.Range(1, 10).Select(unit => disk.AppendAsync($"u{unit}", 1).AsTask()).ToArray();

        foreach (var append in appends)
            await Assert.ThrowsAsync<JournalUnavailableException>(() => append);

        Assert.True(await disk.Journal.IsEmptyAsync(TestContext.Current.CancellationToken));
        settings = "";
        Assert.IsType<AppendOutcome.Appended>(await disk.AppendAsync("u1", 1));
    }

    [Fact]
    public async Task The_writer_waits_for_the_disk_at_each_commit()
    {
        await using var disk = new JournalOnDisk();
        await using var writer = new SqliteFile(disk.Directory.Path, lockWaitSeconds: 1).OpenWriter();
        await using var command = writer.CreateCommand();

        command.CommandText = "PRAGMA synchronous";
        Assert.Equal(2L, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        command.CommandText = "PRAGMA journal_mode";
        Assert.Equal("wal", await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_database_that_another_program_holds_is_waited_for_and_then_reported()
    {
        await using var disk = new JournalOnDisk();
        await disk.AppendAsync("u", 1);
        await using (var other = await disk.ConnectAsync())
        {
            await other.ExecuteAsync("BEGIN IMMEDIATE");

            var refusal = await Assert.ThrowsAsync<JournalUnavailableException>(async () => await disk.AppendAsync("u", 2));

            Assert.Equal(JournalFault.Locked, refusal.Fault);
            Assert.True(refusal.Retryable);
            Assert.Single(await disk.ReplayAsync("u"));
        }

        Assert.IsType<AppendOutcome.Appended>(await disk.AppendAsync("u", 2));
    }

    [Fact]
    public async Task A_file_that_has_vanished_does_not_come_back_empty()
    {
        var settings = "PRAGMA query_only = ON";
        await using var disk = new JournalOnDisk(() => settings);
        await Assert.ThrowsAsync<JournalUnavailableException>(async () => await disk.AppendAsync("u", 1));
        settings = "";
        File.Move(disk.File, disk.File + ".away");

        var refusal = await Assert.ThrowsAsync<JournalUnavailableException>(async () => await disk.AppendAsync("u", 1));
        Assert.Equal(JournalFault.StorageFailed, refusal.Fault);
        Assert.False(File.Exists(disk.File));

        File.Move(disk.File + ".away", disk.File);
        Assert.IsType<AppendOutcome.Appended>(await disk.AppendAsync("u", 1));
    }
}
