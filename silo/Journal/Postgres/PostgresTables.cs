using EduAnalytics.Journal.Postgres.Provider;
using EduAnalytics.Journal.Schema;
using Npgsql;

namespace EduAnalytics.Journal.Postgres;

/// <summary>
/// All tables that a cluster keeps in its database: the journal's, and those by which its silos know each other. A program
/// that has the right to lay them out may be another than those that use them.
/// </summary>
public static class PostgresTables
{
    /// <summary>
    /// What a reader of <c>OrleansQuery</c> must have for its search path; the journal names its own schema.
    /// </summary>
    public const string MembershipSchema = "cluster";

    private static readonly SchemaHistory membership = new(
        "cluster.schema_version", "SELECT to_regclass('cluster.schema_version') IS NOT NULL", Migration.StepsOf("Membership"));

    /// <summary>
    /// Lays the tables out or brings them to the newest form. Of several programs that do so at once, one does the work. Where the
    /// provider's own scripts were applied, what they laid out is left as it is.
    /// </summary>
    /// <param name="options">The store's connection string, and how long to wait for it.</param>
    /// <param name="clock">Dates the steps.</param>
    /// <returns>How many steps were taken; 0 where nothing was to do.</returns>
    /// <exception cref="JournalSchemaException">The database is newer than this program.</exception>
    /// <exception cref="JournalUnavailableException">The database cannot be used.</exception>
    /// <exception cref="ProviderScriptsException">The provider's scripts were applied, and are too old for the runtime.</exception>
    public static int Migrate(JournalOptions options, TimeProvider clock) => Use(options, (database, connection) =>
    {
        AwaitTurn(connection);
        var areProviders = ProviderTables.AreLaidOut(connection);
        return MigrateJournal(database, connection, clock)
            + (areProviders ? 0 : SchemaUpgrade.Apply(connection, membership, database.Place, clock.GetUtcNow()));
    });

    /// <summary>
    /// The same, with membership and reminders as the scripts of the runtime's own provider lay them out: all of these are applied or
    /// none, each once. A refusal leaves the journal's tables as they were too.
    /// </summary>
    /// <param name="directory">Where the scripts are, under the names that they have in the provider's source repository.</param>
    /// <returns>How many steps were taken, each script counting as one.</returns>
    /// <exception cref="ProviderScriptsException">The scripts are not all there, do not fit this database, fail, or are too old for the runtime.</exception>
    /// <exception cref="JournalSchemaException">The database is newer than this program.</exception>
    /// <exception cref="JournalUnavailableException">The database cannot be used.</exception>
    public static int MigrateByScripts(JournalOptions options, string directory, TimeProvider clock)
    {
        var scripts = ProviderScript.ReadAll(directory);
        return Use(options, (database, connection) =>
        {
            AwaitTurn(connection);
            return ProviderTables.Apply(connection, scripts, membership.HasVersionTable, database.Place, clock.GetUtcNow())
                + MigrateJournal(database, connection, clock);
        });
    }

    /// <summary>Whether nothing is left to migrate.</summary>
    /// <inheritdoc cref="Migrate" path="/exception"/>
    public static bool AreNewest(JournalOptions options) => Use(options, (database, connection) =>
        SchemaUpgrade.IsNewest(connection, PostgresDatabase.Schema, database.Place)
        && (ProviderTables.AreLaidOut(connection) || SchemaUpgrade.IsNewest(connection, membership, database.Place)));

    private static void AwaitTurn(NpgsqlConnection connection)
    {
        using var waiting = new NpgsqlCommand(PostgresStatements.LockForUpgrade, connection);
        waiting.ExecuteNonQuery();
    }

    private static int MigrateJournal(PostgresDatabase database, NpgsqlConnection connection, TimeProvider clock) =>
        SchemaUpgrade.Apply(connection, PostgresDatabase.Schema, database.Place, clock.GetUtcNow());

    private static T Use<T>(JournalOptions options, Func<PostgresDatabase, NpgsqlConnection, T> use)
    {
        using var database = new PostgresDatabase(options.Store, options.LockWaitSeconds);
        try
        {
            using var connection = database.OpenForMigration();
            return use(database, connection);
        }
        catch (NpgsqlException cause)
        {
            throw cause.ToJournalFault();
        }
    }
}
