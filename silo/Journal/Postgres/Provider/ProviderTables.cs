using System.Globalization;
using Npgsql;

namespace EduAnalytics.Journal.Postgres.Provider;

/// <summary>Membership and reminders as the runtime's own provider lays them out, by scripts that the operator has.</summary>
internal static class ProviderTables
{
    /// <summary>
    /// The keys of <c>OrleansQuery</c> without which a silo or a gateway does not start. Scripts of an older version lack some, which
    /// the runtime says in a trace.
    /// </summary>
    public static IReadOnlyList<string> Queries { get; } =
    [
        "GatewaysQueryKey", "MembershipReadRowKey", "MembershipReadAllKey", "InsertMembershipVersionKey", "UpdateIAmAlivetimeKey",
        "InsertMembershipKey", "UpdateMembershipKey", "DeleteMembershipTableEntriesKey", "CleanupDefunctSiloEntriesKey",
        "ReadReminderRowsKey", "ReadReminderRowKey", "ReadRangeRows1Key", "ReadRangeRows2Key", "UpsertReminderRowKey",
        "DeleteReminderRowKey", "DeleteReminderRowsKey",
    ];

    /// <summary>Whether scripts were applied, and not the program's own steps taken.</summary>
    /// <exception cref="ProviderScriptsException">They were, and are too old for the runtime.</exception>
    public static bool AreLaidOut(NpgsqlConnection connection)
    {
        if (!Ask(connection, ProviderStatements.AreApplied))
            return false;
        RequireQueries(connection);
        return true;
    }

    /// <summary>Applies what is new of the scripts, all or nothing.</summary>
    /// <param name="connection">Open, and the only one that upgrades.</param>
    /// <param name="scripts">In the order in which they are applied.</param>
    /// <param name="hasOwn">A query that tells whether the program's own tables are there instead.</param>
    /// <param name="place">The database as its operator knows it, for the refusals.</param>
    /// <param name="now">Dates what is applied.</param>
    /// <returns>How many were applied; 0 where all had been.</returns>
    /// <exception cref="ProviderScriptsException">They do not fit this database, one failed, or they are too old for the runtime.</exception>
    public static int Apply(NpgsqlConnection connection, IReadOnlyList<ProviderScript> scripts, string hasOwn, string place, DateTimeOffset now)
    {
        if (Ask(connection, hasOwn))
            throw new ProviderScriptsException(
                $"The database '{place}' has the program's own tables of membership and reminders, which hold nothing that silos do not write again: stop all silos and gateways, drop the schema by 'DROP SCHEMA cluster CASCADE', and run this again.");
        using var transaction = connection.BeginTransaction();
        Execute(connection, ProviderStatements.LayOutRecord);
        var added = NotApplied(connection, scripts, place);
        foreach (var script in added)
        {
            Run(connection, script);
            Execute(connection, ProviderStatements.Record, script.Name, script.Sha256, now.ToUniversalTime());
        }
        RequireQueries(connection);
        transaction.Commit();
        return added.Count;
    }

    private static List<ProviderScript> NotApplied(NpgsqlConnection connection, IReadOnlyList<ProviderScript> scripts, string place)
    {
        var applied = new Dictionary<string, (string Sha256, DateTime At)>(StringComparer.Ordinal);
        using (var command = new NpgsqlCommand(ProviderStatements.ReadRecord, connection))
        using (var rows = command.ExecuteReader())
            while (rows.Read())
                applied[rows.GetString(0)] = (rows.GetString(1), rows.GetDateTime(2));
        foreach (var script in scripts)
            if (applied.TryGetValue(script.Name, out var earlier) && earlier.Sha256 != script.Sha256)
                throw new ProviderScriptsException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{script.Name} is not the one that was applied to the database '{place}' on {earlier.At:yyyy-MM-dd}: keep that one, and put the file by which the provider brings its tables to the later version beside it, which is then applied alone."));
        return [.. scripts.Where(script => !applied.ContainsKey(script.Name))];
    }

    private static void Run(NpgsqlConnection connection, ProviderScript script)
    {
        Execute(connection, ProviderStatements.Give, script.Sql);
        try
        {
            Execute(connection, ProviderStatements.Run);
        }
        catch (PostgresException cause) when (!cause.IsTransient)
        {
            throw new ProviderScriptsException(
                $"{script.Name} failed, and nothing of this run was kept: {cause.MessageText}. Download it again, as it is and of the version that this program uses.", cause);
        }
    }

    private static void RequireQueries(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(ProviderStatements.FindMissing, connection) { Parameters = { new NpgsqlParameter { Value = Queries.ToArray() } } };
        using var rows = command.ExecuteReader();
        var missing = new List<string>();
        while (rows.Read())
            missing.Add(rows.GetString(0));
        if (missing.Count > 0)
            throw new ProviderScriptsException(
                $"The provider's scripts are of a version older than the runtime, which would look for {string.Join(", ", missing)} in vain: run './edu migrate --provider-scripts DIR' with those of the version that this program uses, or with what has come into their Migrations folder since beside them.");
    }

    private static bool Ask(NpgsqlConnection connection, string query)
    {
        using var command = new NpgsqlCommand(query, connection);
        return (bool)command.ExecuteScalar()!;
    }

    private static void Execute(NpgsqlConnection connection, string sql, params object[] values)
    {
        using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        command.ExecuteNonQuery();
    }
}
