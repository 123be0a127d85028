using System.Security.Cryptography;

namespace EduAnalytics.Journal.Tests.Provider;

/// <summary>
/// A directory of scripts under the names of the provider's, which do little more than stand in for them: the table of statements, and
/// in it a row for each key that the runtime asks for.
/// </summary>
internal sealed class StandInScripts : IDisposable
{
    public const string Main = "PostgreSQL-Main.sql", Clustering = "PostgreSQL-Clustering.sql", Reminders = "PostgreSQL-Reminders.sql";

    private readonly TemporaryDirectory directory = new();

    public StandInScripts()
    {
        this[Main] =
            """
            /* A remark; with a semicolon. */
            CREATE TABLE OrleansQuery (QueryKey varchar(64) PRIMARY KEY, QueryText varchar(8000) NOT NULL);
            """;

        // As the provider's: a function whose types are those of a table of the same script, and bodies with semicolons and quotes.
        this[Clustering] =
            $$"""
            CREATE TABLE Member (Place varchar(45) PRIMARY KEY);
            CREATE FUNCTION join_in(place_arg Member.Place%TYPE) RETURNS void AS $func$
            BEGIN
                INSERT INTO Member VALUES (place_arg);
            END
            $func$ LANGUAGE plpgsql;
            {{Statements("GatewaysQueryKey", "MembershipReadRowKey", "MembershipReadAllKey", "InsertMembershipVersionKey", "UpdateIAmAlivetimeKey")}}
            {{Statements("InsertMembershipKey", "UpdateMembershipKey", "DeleteMembershipTableEntriesKey", "CleanupDefunctSiloEntriesKey")}}
            """;
        this[Reminders] = Statements(
            "ReadReminderRowsKey", "ReadReminderRowKey", "ReadRangeRows1Key", "ReadRangeRows2Key", "UpsertReminderRowKey", "DeleteReminderRowKey", "DeleteReminderRowsKey");
    }

    public string Directory => directory.Path;

    /// <summary>What a script says. Written as given, whether or not it was there.</summary>
    public string this[string name]
    {
        get => File.ReadAllText(PathOf(name));
        set => File.WriteAllText(PathOf(name), value);
    }

    public string HashOf(string name) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(PathOf(name))));

    public void Remove(string name) => File.Delete(PathOf(name));

    public void Dispose() => directory.Dispose();

    private static string Statements(params string[] keys) =>
        $"INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES {string.Join(", ", keys.Select(key => $"('{key}', 'SELECT join_in(@Place); -- it''s @one')"))};";

    private string PathOf(string name) => Path.Combine(directory.Path, name);
}
