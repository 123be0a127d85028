using EduAnalytics.Testing.Postgres;
using Npgsql;

namespace EduAnalytics.Journal.Tests;

/// <summary>What becomes of appends when the server refuses, goes away, hangs, or answers nobody any more.</summary>
public sealed class PostgresFaultTests(OnPostgres postgres)
{
    [Theory]
    [InlineData("")]
    [InlineData("CONSTRAINT")]
    public async Task A_server_whose_disk_is_full_acknowledges_nobody_and_heals(string whenAtCommit)
    {
        var database = await postgres.Server.CreateDatabase();
        await using var store = new JournalOnServer(database);
        await store.AppendAsync("u", 1);
        await ExecuteAsync(database, "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE SQLSTATE '53100'; END $$");
        await ExecuteAsync(database,
            $"CREATE {whenAtCommit} TRIGGER full_disk AFTER INSERT ON journal.entry {(whenAtCommit.Length > 0 ? "DEFERRABLE INITIALLY DEFERRED" : "")} FOR EACH ROW EXECUTE FUNCTION full_disk()");
        var appends = Enumerable.Range(1, 10).Select(unit => store.AppendAsync($"v{unit}", 1).AsTask()).ToArray();

        foreach (var append in appends)
        {
            var refusal = await Assert.ThrowsAsync<JournalUnavailableException>(() => append);
            Assert.Equal((JournalFault.StorageFull, true), (refusal.Fault, refusal.Retryable));
        }

        Assert.Empty(await store.ReplayAsync("v1"));
        Assert.Single(await store.ReplayAsync("u"));
        await ExecuteAsync(database, "DROP TRIGGER full_disk ON journal.entry");
        Assert.IsType<AppendOutcome.Appended>(await store.AppendAsync("v1", 1));
    }

    [Fact]
    public async Task Connections_that_were_cut_while_nothing_went_over_them_are_nobodys_concern()
    {
        var database = await postgres.Server.CreateDatabase();
        await using var store = new JournalOnServer(database);
        await store.AppendAsync("u", 1);
        await store.ReplayAsync("u");

        await postgres.Server.Execute(
            $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{new NpgsqlConnectionStringBuilder(database).Database}'");

        Assert.Single(await store.ReplayAsync("u"));
        Assert.IsType<AppendOutcome.Appended>(await store.AppendAsync("u", 2));
    }

    [Fact]
    public async Task A_commit_whose_answer_was_lost_is_there_once_and_told_when_it_is_sent_again()
    {
        var database = await postgres.Server.CreateDatabase();
        await using var wire = new PostgresWire(postgres.Server.SocketDirectory);
        await using var store = new JournalOnServer(new NpgsqlConnectionStringBuilder(database) { Host = wire.Host }.ConnectionString);
        await store.AppendAsync("u", 1);
        wire.LoseNextCommitAnswer();

        var refusal = await Assert.ThrowsAsync<JournalUnavailableException>(async () => await store.AppendAsync("u", 2));

        Assert.Equal((JournalFault.Unreachable, true, 1), (refusal.Fault, refusal.Retryable, wire.AnswersLost));
        Assert.IsType<AppendOutcome.Duplicate>(await store.AppendAsync("u", 2));
        Assert.IsType<AppendOutcome.Fenced>(await store.AppendAsync("u", 2, "another"));
        Assert.IsType<AppendOutcome.Appended>(await store.AppendAsync("u", 3));
        Assert.Equal(3, (await store.ReplayAsync("u")).Count);
    }

    [Fact]
    public async Task A_server_that_is_killed_and_started_again_has_what_was_acknowledged()
    {
        await using var server = await PostgresServer.StartNew();
        await using var store = new JournalOnServer(await server.CreateDatabase());
        await store.AppendAsync("u", 1);
        await server.Kill();

        var write = await Assert.ThrowsAsync<JournalUnavailableException>(async () => await store.AppendAsync("u", 2));
        var read = await Assert.ThrowsAsync<JournalUnavailableException>(() => store.ReplayAsync("u"));

        Assert.Equal((JournalFault.Unreachable, JournalFault.Unreachable), (write.Fault, read.Fault));
        await server.Start();
        Assert.Single(await store.ReplayAsync("u"));
        Assert.IsType<AppendOutcome.Appended>(await store.AppendAsync("u", 2));
    }

    [Fact]
    public async Task A_server_that_hangs_is_given_up_in_time_and_taken_up_again()
    {
        await using var server = await PostgresServer.StartNew();
        await using var store = new JournalOnServer(await server.CreateDatabase() + ";Command Timeout=1;Cancellation Timeout=500");
        await store.AppendAsync("u", 1);
        server.Freeze();

        var refusal = await Assert.ThrowsAsync<JournalUnavailableException>(async () => await store.AppendAsync("u", 2));

        Assert.True(refusal.Retryable);
        server.Thaw();
        Assert.IsType<AppendOutcome.Appended>(await store.AppendAsync("u", 2));
    }

    /// <summary>A server has a hundred connections for all silos, and a silo has thousands of schools that may wake together.</summary>
    [Fact]
    public async Task However_many_read_at_once_they_leave_most_of_the_servers_connections_to_others()
    {
        var database = await postgres.Server.CreateDatabase();
        await using var store = new JournalOnServer(database);
        await store.AppendAsync("u", 1);

        var read = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => Task.Run(() => store.ReplayAsync("u"))));

        Assert.All(read, entries => Assert.Single(entries));
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var count = new NpgsqlCommand(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'EduAnalytics journal'", connection);
        Assert.InRange((long)(await count.ExecuteScalarAsync(TestContext.Current.CancellationToken))!, 2, 17);
    }

    private static async Task ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
