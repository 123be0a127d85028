namespace EduAnalytics.Journal.Postgres.Provider;

/// <summary>What is asked and noted around the provider's scripts. All of it in the schema <see cref="PostgresTables.MembershipSchema"/>.</summary>
internal static class ProviderStatements
{
    /// <summary>The record of what was applied is there where anything was.</summary>
    public const string AreApplied = "SELECT to_regclass('cluster.provider_script') IS NOT NULL";

    public const string LayOutRecord =
        """
        CREATE SCHEMA IF NOT EXISTS cluster;
        CREATE TABLE IF NOT EXISTS cluster.provider_script (
            name       text PRIMARY KEY,
            sha256     text NOT NULL,
            applied_at timestamptz NOT NULL
        )
        """;

    public const string ReadRecord = "SELECT name, sha256, applied_at FROM cluster.provider_script";

    public const string Record = "INSERT INTO cluster.provider_script (name, sha256, applied_at) VALUES ($1, $2, $3)";

    /// <summary>
    /// The scripts name no schema. Until the transaction ends; a script may change the path for itself, so each is given it anew,
    /// and its own text with it.
    /// </summary>
    public const string Give = "SELECT set_config('search_path', 'cluster', true), set_config('edu.script', $1, true)";

    /// <summary>
    /// By the server, which refuses whatever would begin or end a transaction within this: sent as it is, a COMMIT in the midst of a
    /// script would keep half of it.
    /// </summary>
    public const string Run = "DO $run$ BEGIN EXECUTE current_setting('edu.script'); END $run$";

    /// <summary>Which of the statements that the runtime asks for ($1) it would not find.</summary>
    public const string FindMissing =
        """
        SELECT asked.querykey FROM unnest($1::text[]) WITH ORDINALITY AS asked (querykey, place)
        WHERE NOT EXISTS (SELECT FROM cluster.orleansquery AS known WHERE known.querykey = asked.querykey)
        ORDER BY asked.place
        """;
}
