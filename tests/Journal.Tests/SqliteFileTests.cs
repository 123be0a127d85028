namespace EduAnalytics.Journal.Tests;

public sealed class SqliteFileTests
{
    [Fact]
    public async Task The_write_ahead_log_is_folded_into_the_file_when_the_journal_closes()
    {
        await using var disk = new JournalOnDisk();
        await Task.WhenAll(Enumerable.Range(1, 200).Select(unit => disk.AppendAsync($"u{unit}", 1).AsTask()));
        await disk.ReplayAsync("u1");

        await disk.CloseAsync();

        Assert.False(File.Exists(disk.File + "-wal"), "the WAL is still there");
    }
}
