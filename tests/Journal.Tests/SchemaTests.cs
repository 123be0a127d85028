using EduAnalytics.Journal.Schema;
using EduAnalytics.Journal.Sqlite;
using Microsoft.Data.Sqlite;

namespace EduAnalytics.Journal.Tests;

public sealed class SchemaTests
{
    private static readonly Migration Next =
        new(SqliteFile.Schema.Steps[^1].Version + 1, "ALTER TABLE entry ADD COLUMN note TEXT");

    [Fact]
    public async Task The_steps_are_numbered_from_one_without_gaps()
    {
        Assert.Equal(Enumerable.Range(1, SqliteFile.Schema.Steps.Count), SqliteFile.Schema.Steps.Select(step => step.Version));
        await using var disk = new JournalOnDisk();
        Assert.Equal(SqliteFile.Schema.Known, await disk.QueryAsync("SELECT max(version) FROM schema_version"));
    }

    [Fact]
    public async Task A_journal_of_version_1_is_read_and_written_by_this_program()
    {
        await using var disk = await WithVersion1Async();

        var entries = await disk.ReplayAsync("230404-yifu-primary");
        Assert.Equal(["seed-2024", "enrolment-1"], entries.Select(entry => entry.SubmissionId));
        Assert.Equal([1, 2], entries[0].Payload.ToArray());
        var snapshot = await disk.Journal.ReadSnapshotAsync("230404-yifu-primary", TestContext.Current.CancellationToken);
        Assert.Equal([0xBB], snapshot!.State.ToArray());
        Assert.IsType<AppendOutcome.Appended>(await disk.AppendAsync("230404-yifu-primary", 3));
    }

    [Fact]
    public async Task An_upgrade_takes_the_missing_steps_only_and_keeps_the_entries()
    {
        await using var disk = await WithVersion1Async();
        await disk.UpgradeAsync([.. SqliteFile.Schema.Steps, Next]);

        Assert.Equal(Next.Version, await disk.QueryAsync("SELECT count(*) FROM schema_version"));
        Assert.Equal(2, await disk.QueryAsync("SELECT count(*) FROM entry WHERE note IS NULL"));
    }

    [Fact]
    public async Task A_step_that_fails_leaves_the_version_before_it()
    {
        await using var disk = await WithVersion1Async();
        var broken = Next with { Sql = "CREATE TABLE half (done INTEGER); SELECT * FROM nowhere" };

        await Assert.ThrowsAsync<SqliteException>(() => disk.UpgradeAsync([.. SqliteFile.Schema.Steps, broken]));

        Assert.Equal(SqliteFile.Schema.Known, await disk.QueryAsync("SELECT max(version) FROM schema_version"));
        Assert.Equal(0, await disk.QueryAsync("SELECT count(*) FROM sqlite_schema WHERE name = 'half'"));
    }

    [Fact]
    public async Task A_file_of_a_newer_program_is_refused_in_one_sentence()
    {
        await using var disk = await WithVersion1Async();
        await disk.UpgradeAsync([.. SqliteFile.Schema.Steps, Next]);
        await disk.CloseAsync();

        var refusal = Assert.Throws<JournalSchemaException>(disk.Open);

        Assert.Equal((Next.Version, Next.Version - 1), (refusal.Found, refusal.Known));
        Assert.Contains($"has schema version {Next.Version} and this program knows versions up to {Next.Version - 1}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_reported_as_damaged_and_not_worth_a_retry()
    {
        await using var disk = new JournalOnDisk();
        await disk.CloseAsync();
        await File.WriteAllTextAsync(disk.File, new string('x', 8192), TestContext.Current.CancellationToken);

        var refusal = Assert.Throws<JournalUnavailableException>(disk.Open);

        Assert.Equal(JournalFault.Damaged, refusal.Fault);
        Assert.False(refusal.Retryable);
    }

    private static async Task<JournalOnDisk> WithVersion1Async()
    {
        var disk = new JournalOnDisk();
        await disk.CloseAsync();
        File.Delete(disk.File);
        using var script = new StreamReader(typeof(SchemaTests).Assembly.GetManifestResourceStream("version-1.sql")!);
        await disk.ExecuteAsync(await script.ReadToEndAsync(TestContext.Current.CancellationToken));
        disk.Open();
        return disk;
    }
}
