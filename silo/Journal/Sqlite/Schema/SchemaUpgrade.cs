using Microsoft.Data.Sqlite;

namespace EduAnalytics.Journal.Sqlite.Schema;

/// <summary>Brings a database to the newest schema, step by step; each step and its version number commit together.</summary>
internal static class SchemaUpgrade
{
    /// <exception cref="JournalSchemaException">The file is newer than <paramref name="steps"/>.</exception>
    public static void Apply(SqliteConnection connection, IReadOnlyList<Migration> steps, DateTimeOffset now)
    {
        var found = ReadVersion(connection);
        var known = steps[^1].Version;
        if (found > known)
            throw new JournalSchemaException(connection.DataSource, found, known);
        foreach (var step in steps.Where(step => step.Version > found))
            Apply(connection, step, now);
    }

    private static void Apply(SqliteConnection connection, Migration step, DateTimeOffset now)
    {
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText = step.Sql;
        command.ExecuteNonQuery();
        command.CommandText = "INSERT INTO schema_version (version, applied_at) VALUES ($version, $now)";
        command.Parameters.AddWithValue("$version", step.Version);
        command.Parameters.AddWithValue("$now", now.UtcTicks);
        command.ExecuteNonQuery();
        transaction.Commit();
    }

    private static long ReadVersion(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'schema_version')";
        if (command.ExecuteScalar() is not 1L)
            return 0;
        command.CommandText = "SELECT coalesce(max(version), 0) FROM schema_version";
        return (long)command.ExecuteScalar()!;
    }
}
