using System.Data.Common;
using System.Globalization;

namespace EduAnalytics.Journal.Schema;

/// <summary>Brings a database to the newest schema, step by step; each step and its version number commit together.</summary>
internal static class SchemaUpgrade
{
    /// <param name="connection">Open, and the only one that upgrades.</param>
    /// <param name="history">The steps, and where the database counts them.</param>
    /// <param name="place">The store as its operator knows it, for the refusal.</param>
    /// <param name="now">Dates the steps taken.</param>
    /// <returns>How many steps were taken.</returns>
    /// <exception cref="JournalSchemaException">The database is newer than the known steps.</exception>
    public static int Apply(DbConnection connection, SchemaHistory history, string place, DateTimeOffset now)
    {
        var found = ReadKnownVersion(connection, history, place);
        var missing = history.Steps.Where(step => step.Version > found).ToList();
        foreach (var step in missing)
            Apply(connection, history, step, now);
        return missing.Count;
    }

    /// <summary>Whether all known steps were taken.</summary>
    /// <exception cref="JournalSchemaException">The database is newer than the known steps.</exception>
    public static bool IsNewest(DbConnection connection, SchemaHistory history, string place) =>
        ReadKnownVersion(connection, history, place) == history.Known;

    private static long ReadKnownVersion(DbConnection connection, SchemaHistory history, string place)
    {
        var found = ReadVersion(connection, history);
        return found > history.Known ? throw new JournalSchemaException(place, found, history.Known) : found;
    }

    private static void Apply(DbConnection connection, SchemaHistory history, Migration step, DateTimeOffset now)
    {
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = step.Sql;
        command.ExecuteNonQuery();
        command.CommandText = $"INSERT INTO {history.VersionTable} (version, applied_at) VALUES (@version, @now)";
        Bind(command, "@version", step.Version);
        Bind(command, "@now", now.UtcTicks);
        command.ExecuteNonQuery();
        transaction.Commit();
    }

    private static long ReadVersion(DbConnection connection, SchemaHistory history)
    {
        using var command = connection.CreateCommand();
        command.CommandText = history.HasVersionTable;
        if (!Convert.ToBoolean(command.ExecuteScalar(), CultureInfo.InvariantCulture))
            return 0;
        command.CommandText = $"SELECT coalesce(max(version), 0) FROM {history.VersionTable}";
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static void Bind(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
