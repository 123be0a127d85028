using EduAnalytics.Journal.Schema;
using EduAnalytics.Journal.Sqlite;
using Microsoft.Data.Sqlite;

namespace EduAnalytics.Journal.Tests;

/// <summary>The journal's file, seen by another program.</summary>
internal static class DatabaseOfJournal
{
    public static async Task<SqliteConnection> ConnectAsync(this JournalOnDisk disk)
    {
        var connection = new SqliteConnection($"Data Source={disk.File};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    public static async Task ExecuteAsync(this JournalOnDisk disk, string sql)
    {
        await using var connection = await disk.ConnectAsync();
        await connection.ExecuteAsync(sql);
    }

    public static async Task ExecuteAsync(this SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public static async Task<long> QueryAsync(this JournalOnDisk disk, string sql)
    {
        await using var connection = await disk.ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    public static async Task UpgradeAsync(this JournalOnDisk disk, IReadOnlyList<Migration> steps)
    {
        await using var connection = await disk.ConnectAsync();
        SchemaUpgrade.Apply(connection, SqliteFile.Schema with { Steps = steps }, disk.File, new DateTimeOffset(2024, 9, 1, 0, 0, 0, TimeSpan.Zero));
    }
}
