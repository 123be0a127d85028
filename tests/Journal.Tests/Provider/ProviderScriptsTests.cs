using EduAnalytics.Journal.Postgres;
using EduAnalytics.Journal.Postgres.Provider;
using Npgsql;

namespace EduAnalytics.Journal.Tests.Provider;

/// <summary>Membership and reminders laid out by scripts that stand in for the provider's, on a real server.</summary>
public sealed class ProviderScriptsTests(OnPostgres postgres) : IDisposable
{
    private static readonly DateTimeOffset morning = new(2026, 5, 1, 8, 0, 0, TimeSpan.FromHours(8));

    private readonly StandInScripts scripts = new();

    public void Dispose() => scripts.Dispose();

    [Fact]
    public async Task The_scripts_lay_out_the_schema_of_membership_beside_the_journal()
    {
        var options = await NewDatabase();

        Assert.Equal(3 + PostgresDatabase.Schema.Known, Migrate(options));

        Assert.True(PostgresTables.AreNewest(options));
        Assert.Equal(["member", "orleansquery", "provider_script"], await Read(options, "SELECT tablename FROM pg_tables WHERE schemaname = 'cluster' ORDER BY 1"));
        Assert.Equal(["SELECT join_in(@Place); -- it's @one"], await Read(options, "SELECT DISTINCT querytext FROM cluster.orleansquery"));
    }

    [Fact]
    public async Task What_was_applied_is_recorded_with_its_hash_and_its_time()
    {
        var options = await NewDatabase();

        Migrate(options);

        Assert.Equal(
            [.. new[] { StandInScripts.Clustering, StandInScripts.Main, StandInScripts.Reminders }.Select(name => $"{name} {scripts.HashOf(name)} 2026-05-01 00:00:00")],
            await Read(options, "SELECT concat_ws(' ', name, sha256, applied_at AT TIME ZONE 'UTC') FROM cluster.provider_script ORDER BY name"));
    }

    [Fact]
    public async Task Running_again_does_nothing()
    {
        var options = await NewDatabase();
        Migrate(options);

        Assert.Equal(0, Migrate(options));
    }

    [Fact]
    public async Task Several_that_run_at_once_apply_the_scripts_once()
    {
        var options = await NewDatabase();

        var steps = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Migrate(options))));

        Assert.Single(steps, taken => taken > 0);
    }

    [Fact]
    public async Task A_program_that_migrates_without_the_scripts_leaves_their_tables_alone_and_brings_up_the_journal()
    {
        var options = await NewDatabase();
        Migrate(options);
        await Read(options, "DROP SCHEMA journal CASCADE");
        Assert.False(PostgresTables.AreNewest(options));

        Assert.Equal(PostgresDatabase.Schema.Known, PostgresTables.Migrate(options, TimeProvider.System));

        Assert.True(PostgresTables.AreNewest(options));
        Assert.Equal(["member", "orleansquery", "provider_script"], await Read(options, "SELECT tablename FROM pg_tables WHERE schemaname = 'cluster' ORDER BY 1"));
    }

    [Fact]
    public async Task A_database_with_the_programs_own_tables_is_refused_and_told_what_to_do()
    {
        var options = await NewDatabase();
        PostgresTables.Migrate(options, TimeProvider.System);

        var refusal = Assert.Throws<ProviderScriptsException>(() => Migrate(options));

        Assert.Contains("stop all silos and gateways, drop the schema by 'DROP SCHEMA cluster CASCADE', and run this again", refusal.Message, StringComparison.Ordinal);
        Assert.True(PostgresTables.AreNewest(options));
        await Read(options, "DROP SCHEMA cluster CASCADE");
        Assert.Equal(3, Migrate(options));
    }

    [Fact]
    public async Task Files_that_are_missing_are_all_named()
    {
        var options = await NewDatabase();
        scripts.Remove(StandInScripts.Main);
        scripts.Remove(StandInScripts.Reminders);

        var refusal = Assert.Throws<ProviderScriptsException>(() => Migrate(options));

        Assert.StartsWith($"'{scripts.Directory}' has no PostgreSQL-Main.sql and no PostgreSQL-Reminders.sql: ", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SELECT nothing FROM nowhere;", "relation \"nowhere\" does not exist")]
    [InlineData("COMMIT; SELECT nothing FROM nowhere;", "EXECUTE of transaction commands is not implemented")]
    [InlineData("BEGIN; SELECT 1; COMMIT; SELECT nothing FROM nowhere; COMMIT;", "EXECUTE of transaction commands is not implemented")]
    public async Task A_script_that_fails_is_named_and_nothing_is_kept_of_any(string faulty, string reason)
    {
        var options = await NewDatabase();
        scripts[StandInScripts.Reminders] += faulty;

        var refusal = Assert.Throws<ProviderScriptsException>(() => Migrate(options));

        Assert.StartsWith($"PostgreSQL-Reminders.sql failed, and nothing of this run was kept: {reason}. ", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(await Read(options, "SELECT nspname FROM pg_namespace WHERE nspname IN ('cluster', 'journal')"));
    }

    [Fact]
    public async Task Scripts_that_lack_what_the_runtime_asks_for_are_refused_with_the_names_of_it()
    {
        var options = await NewDatabase();
        scripts[StandInScripts.Reminders] = scripts[StandInScripts.Reminders].Replace("ReadRangeRows1Key", "ReadRangeRowsKey", StringComparison.Ordinal);

        var refusal = Assert.Throws<ProviderScriptsException>(() => Migrate(options));

        Assert.Contains("would look for ReadRangeRows1Key in vain", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(await Read(options, "SELECT nspname FROM pg_namespace WHERE nspname = 'cluster'"));
    }

    [Fact]
    public async Task A_program_whose_runtime_asks_for_more_than_the_scripts_brought_says_so_when_it_starts()
    {
        var options = await NewDatabase();
        Migrate(options);
        await Read(options, "DELETE FROM cluster.orleansquery WHERE querykey = 'GatewaysQueryKey'");

        var refusals = new[]
        {
            Assert.Throws<ProviderScriptsException>(() => PostgresTables.AreNewest(options)),
            Assert.Throws<ProviderScriptsException>(() => PostgresTables.Migrate(options, TimeProvider.System)),
        };

        Assert.All(refusals, refusal => Assert.Contains("would look for GatewaysQueryKey in vain: run './edu migrate --provider-scripts DIR'", refusal.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_script_that_was_changed_since_is_refused_by_its_name()
    {
        var options = await NewDatabase();
        Migrate(options);
        scripts[StandInScripts.Clustering] += "CREATE TABLE Another ();";

        var refusal = Assert.Throws<ProviderScriptsException>(() => Migrate(options));

        Assert.StartsWith("PostgreSQL-Clustering.sql is not the one that was applied to the database ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(" on 2026-05-01: ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_later_version_adds_is_applied_alone_in_the_order_of_versions()
    {
        var options = await NewDatabase();
        Migrate(options);
        scripts["PostgreSQL-Clustering-10.0.0.sql"] = "ALTER TABLE Newer RENAME TO Newest;";
        scripts["PostgreSQL-Clustering-3.7.0.sql"] = "ALTER TABLE Member RENAME TO Newer;";
        scripts["PostgreSQL-Persistence-3.7.0.sql"] = "This is for something else.";

        Assert.Equal(2, Migrate(options));
        Assert.Equal(0, Migrate(options));

        Assert.Equal(["newest", "orleansquery", "provider_script"], await Read(options, "SELECT tablename FROM pg_tables WHERE schemaname = 'cluster' ORDER BY 1"));
    }

    [Theory]
    [InlineData("-- BEGIN;\n/* COMMIT; */ BEGIN TRANSACTION;\nDROP TABLE Member;\nDROP TABLE Nothing;\n\nCOMMIT;\n")]
    [InlineData("\uFEFFSTART TRANSACTION;\r\nDROP TABLE Member;\r\nDROP TABLE Nothing;\r\nCOMMIT;")]
    [InlineData("begin ;DROP TABLE Member; DROP TABLE Nothing; commit work;")]
    public async Task A_transaction_that_a_script_puts_around_itself_is_part_of_ours(string script)
    {
        var options = await NewDatabase();
        Migrate(options);
        scripts["PostgreSQL-Clustering-Atomic.sql"] = script;

        var refusal = Assert.Throws<ProviderScriptsException>(() => Migrate(options));
        Assert.Contains("table \"nothing\" does not exist", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(["member"], await Read(options, "SELECT tablename FROM pg_tables WHERE tablename = 'member'"));

        scripts["PostgreSQL-Clustering-Atomic.sql"] = script.Replace("DROP TABLE Nothing;", "", StringComparison.Ordinal);
        Assert.Equal(1, Migrate(options));
        Assert.Empty(await Read(options, "SELECT tablename FROM pg_tables WHERE tablename = 'member'"));
    }

    [Fact]
    public async Task What_the_runtime_must_find_is_what_the_programs_own_tables_have_but_for_one_statement_it_can_do_without()
    {
        var options = await NewDatabase();
        PostgresTables.Migrate(options, TimeProvider.System);

        Assert.Equal(
            ProviderTables.Queries.Append("CleanupDefunctSiloEntryKey").Order(StringComparer.Ordinal),
            (await Read(options, "SELECT querykey FROM cluster.orleansquery")).Order(StringComparer.Ordinal));
    }

    private int Migrate(JournalOptions options) => PostgresTables.MigrateByScripts(options, scripts.Directory, new StandingClock());

    private async Task<JournalOptions> NewDatabase() => new() { Store = await postgres.Server.CreateDatabase() };

    /// <summary>The first column of all rows.</summary>
    private static async Task<IReadOnlyList<string>> Read(JournalOptions options, string sql)
    {
        await using var connection = new NpgsqlConnection(options.Store);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var found = new List<string>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
            found.Add(rows.GetString(0));
        return found;
    }

    private sealed class StandingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => morning.ToUniversalTime();
    }
}
