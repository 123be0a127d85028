using System.Globalization;
using EduAnalytics.Journal;
using EduAnalytics.Journal.Postgres;
using EduAnalytics.Testing;

namespace EduAnalytics.Cli.Tests.Roles;

/// <summary>
/// A database that a newer program has brought up, as in the midst of an upgrade: a role of the older program that starts then
/// touches nothing, and says in one sentence what to do.
/// </summary>
public sealed class NewerDatabaseTests(MembershipTests.Server server) : IClassFixture<MembershipTests.Server>
{
    [Theory]
    [InlineData("journal", "silo")]
    [InlineData("journal", "silo", "--no-migrate")]
    [InlineData("journal", "gateway")]
    [InlineData("cluster", "silo")]
    [InlineData("cluster", "silo", "--no-migrate")]
    public async Task A_role_refuses_it_in_one_sentence(string schema, params string[] role)
    {
        var store = await Newer(schema);
        string[] ports = [.. (role[0] == "silo" ? new[] { "--port", "--silo-port", "--client-port" } : ["--port"]).SelectMany(option => new[] { option, Free() })];

        var (exitCode, _, complaints) = await EduProgram.Run([.. role, "--store", store, .. ports]);

        Assert.Equal(2, exitCode);
        Assert.Matches(@"^edu: [^\n]* has schema version 999 and this program knows versions up to \d+: start the newer program, or restore an older copy\.$", complaints);
    }

    [Theory]
    [InlineData("journal")]
    [InlineData("cluster")]
    public async Task Migration_by_the_older_program_refuses_it_too(string schema)
    {
        var (exitCode, _, complaints) = await EduProgram.Run(["migrate", "--store", await Newer(schema)]);

        Assert.Equal(2, exitCode);
        Assert.Matches(@"^edu: [^\n]* has schema version 999 and this program knows versions up to \d+", complaints);
    }

    private async Task<string> Newer(string schema)
    {
        var store = await server.Postgres.CreateDatabase();
        PostgresTables.Migrate(new JournalOptions { Store = store }, TimeProvider.System);
        await server.Postgres.Execute($"INSERT INTO {schema}.schema_version VALUES (999, 0)", store[(store.LastIndexOf('=') + 1)..]);
        return store;
    }

    private static string Free() => RunningSystem.FreePort().ToString(CultureInfo.InvariantCulture);
}
