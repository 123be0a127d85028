using System.Text.Json;
using EduAnalytics.Testing;
using EduAnalytics.Testing.Postgres;

namespace EduAnalytics.EndToEnd.Tests;

/// <summary>The whole system over PostgreSQL, and what its callers see while the server is gone.</summary>
public sealed class StoreTests : IDisposable
{
    private const string Report =
        """
        mutation ($id: ID!, $unit: ID!) {
          reportFigures(input: { submissionId: $id, orgUnit: $unit, source: { document: "store" },
            figures: [{ code: "health.screened", period: "2025", stage: PRIMARY, value: 200 }, { code: "health.myopic", period: "2025", stage: PRIMARY, value: 50 }] }) {
            accepted duplicate errors { code retryable } } }
        """;

    private readonly string data = Directory.CreateTempSubdirectory("edu-store-").FullName;

    [Fact]
    public async Task While_the_database_is_gone_senders_are_told_to_come_again_and_readers_go_on()
    {
        await using var server = await PostgresServer.StartNew();
        await using var system = await RunningSystem.Start(data, "--store", await server.CreateDatabase());
        Assert.Equal(2, (await Send(system, "before", "230404-yifu-primary")).GetProperty("accepted").GetInt32());
        await server.Kill();

        // One school is awake; the other would have to wake without the journal.
        foreach (var school in new[] { "230404-yifu-primary", "230404-nanshan-primary" })
        {
            var error = (await Send(system, "during", school)).GetProperty("errors")[0];
            Assert.Equal("STORE_UNAVAILABLE", error.GetProperty("code").GetString());
            Assert.True(error.GetProperty("retryable").GetBoolean());
        }

        Assert.Equal(200, await Screened(system));
        await server.Start();
        Assert.Equal(2, (await Send(system, "during", "230404-yifu-primary")).GetProperty("accepted").GetInt32());
        Assert.False(File.Exists(Path.Combine(data, "journal.db")), "the journal is in PostgreSQL alone");
    }

    [Fact]
    public async Task A_database_that_does_not_answer_at_the_start_gets_one_clear_sentence()
    {
        var (exitCode, output) = await RunningSystem.StartInVain(RunningSystem.FreePort(), data, "--store", $"Host={data};Username=edu;Password=secret");

        Assert.Equal(2, exitCode);
        Assert.StartsWith("edu: The journal's database does not answer.", Assert.Single(output.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", output, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(data, recursive: true);

    private static async Task<JsonElement> Send(RunningSystem system, string id, string unit) =>
        (await system.Query(Report, new { id, unit })).GetProperty("reportFigures");

    private static async Task<int> Screened(RunningSystem system) =>
        (await system.Query("""{ orgUnit(id: "230404-yifu-primary") { value(indicator: "health.myopia_rate", period: "2025", stage: PRIMARY) { denominator } } }"""))
        .GetProperty("orgUnit").GetProperty("value").GetProperty("denominator").GetInt32();
}
