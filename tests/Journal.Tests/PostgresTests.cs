using EduAnalytics.Journal.Postgres;
using Npgsql;

namespace EduAnalytics.Journal.Tests;

/// <summary>What only a database that others reach too can bring about.</summary>
public sealed class PostgresTests(OnPostgres postgres)
{
    [Fact]
    public async Task Two_silos_that_write_the_same_org_unit_fence_each_other_off()
    {
        var database = await postgres.Server.CreateDatabase();
        await using var one = new JournalOnServer(database);
        await using var two = new JournalOnServer(database);
        for (var sequence = 1; sequence <= 50; sequence++)
        {
            var outcomes = await Task.WhenAll(
                one.AppendAsync("u", sequence, $"one-{sequence}").AsTask(),
                two.AppendAsync("u", sequence, $"two-{sequence}").AsTask());

            Assert.Single(outcomes.OfType<AppendOutcome.Appended>());
            Assert.Equal(sequence, Assert.Single(outcomes.OfType<AppendOutcome.Fenced>()).Head);
        }
        Assert.Equal(50, (await one.ReplayAsync("u")).Count);
    }

    [Fact]
    public async Task A_writer_that_another_silo_has_overtaken_is_told_the_head_that_silo_reached()
    {
        var database = await postgres.Server.CreateDatabase();
        await using var one = new JournalOnServer(database);
        await using var two = new JournalOnServer(database);
        await one.AppendAsync("u", 1);
        await two.AppendAsync("u", 2);
        await two.AppendAsync("u", 3);

        Assert.Equal(new AppendOutcome.Fenced(Head: 3), await one.AppendAsync("u", 2, "late"));
        Assert.IsType<AppendOutcome.Duplicate>(await one.AppendAsync("u", 2, "u-3"));
        Assert.IsType<AppendOutcome.Appended>(await one.AppendAsync("u", 4));
    }

    [Fact]
    public async Task Silos_that_start_at_once_lay_the_tables_out_once()
    {
        var database = await postgres.Server.CreateDatabase();

        var opened = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => new JournalOnServer(database))));

        foreach (var journal in opened)
            await journal.DisposeAsync();
        Assert.Equal(PostgresDatabase.Schema.Known, await QueryAsync(database, "SELECT count(*) FROM journal.schema_version"));
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused_in_one_sentence()
    {
        var database = await postgres.Server.CreateDatabase();
        await using var journal = new JournalOnServer(database);
        await journal.CloseAsync();
        var newer = PostgresDatabase.Schema.Known + 1;
        await QueryAsync(database, $"INSERT INTO journal.schema_version VALUES ({newer}, 0) RETURNING 0::bigint");

        var refusal = Assert.Throws<JournalSchemaException>(journal.Open);

        Assert.Equal((newer, PostgresDatabase.Schema.Known), (refusal.Found, refusal.Known));
    }

    [Fact]
    public async Task A_role_that_acknowledges_before_the_disk_has_it_is_overruled()
    {
        var database = await postgres.Server.CreateDatabase();
        var name = new NpgsqlConnectionStringBuilder(database).Database;
        await postgres.Server.Execute($"ALTER DATABASE {name} SET synchronous_commit = off");

        using var opened = new PostgresDatabase(database, connectSeconds: 5);
        await using var writer = opened.OpenWriter();
        await using var command = new NpgsqlCommand("SHOW synchronous_commit", writer);

        Assert.Equal("on", await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Payloads_are_packed_by_the_quicker_of_the_servers_methods()
    {
        var database = await postgres.Server.CreateDatabase();
        await using var journal = new JournalOnServer(database);

        Assert.Equal(3, await QueryAsync(database, "SELECT count(*) FROM pg_attribute WHERE attcompression = 'l' AND attrelid IN ('journal.entry'::regclass, 'journal.snapshot'::regclass)"));
    }

    private static async Task<long> QueryAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
