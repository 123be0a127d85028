using System.Globalization;
using System.Text;
using System.Text.Json;
using EduAnalytics.Testing;
using EduAnalytics.Testing.Postgres;
using Microsoft.Data.Sqlite;

namespace EduAnalytics.Cli.Tests.Backup;

/// <summary>
/// A backup that is taken while schools send, restored in another place and started there: it is one state of the journal, with
/// all that had been acknowledged before, and what came later can be sent again.
/// </summary>
public sealed class BackupTests : IDisposable
{
    private static readonly string[] schools = ["xx-north-1", "xx-north-2", "xx-north-3"];

    private readonly string original = Directory.CreateTempSubdirectory("edu-backup-").FullName;
    private readonly string restored = Directory.CreateTempSubdirectory("edu-restored-").FullName;

    [Fact]
    public async Task A_copy_of_SQLite_made_by_VACUUM_INTO_while_schools_send_is_a_whole_journal()
    {
        await using var system = await RunningSystem.Start(original, "--empty");

        await Prove(
            system,
            () => VacuumInto(Path.Combine(original, "journal.db"), Path.Combine(restored, "journal.db")),
            () => RunningSystem.Start(restored, "--empty"));
    }

    [Fact]
    public async Task A_dump_of_PostgreSQL_made_by_pg_dump_while_schools_send_is_a_whole_journal()
    {
        await using var server = await PostgresServer.StartNew();
        await using var other = await PostgresServer.StartNew();
        var (from, to) = (await server.CreateDatabase(), await other.CreateDatabase());
        await using var system = await RunningSystem.Start(original, "--empty", "--store", from);

        await Prove(
            system,
            async () => await other.Restore(to, await server.Dump(from, "journal")),
            () => RunningSystem.Start(restored, "--empty", "--store", to));
    }

    public void Dispose()
    {
        Directory.Delete(original, recursive: true);
        Directory.Delete(restored, recursive: true);
    }

    private static async Task Prove(RunningSystem system, Func<Task> backUp, Func<Task<RunningSystem>> start)
    {
        await RegisterUnits(system);
        var senders = new Senders(system, schools);
        await senders.More(30);

        var before = senders.Acknowledged;
        await backUp();
        var after = senders.Acknowledged + schools.Length;
        await senders.More(30);
        await senders.Stop();
        await using var copy = await start();

        var held = await Sum(copy) / Senders.Students;
        Assert.InRange(held, before, after);
        await EnrolledBecomes(copy, held * Senders.Students);
        Assert.Equal(held, await senders.SendAgain(copy));
        await EnrolledBecomes(copy, senders.Acknowledged * Senders.Students);
        await EnrolledBecomes(system, senders.Acknowledged * Senders.Students);
        Assert.Equal(await Sum(system), await Sum(copy));
    }

    /// <summary>As docs/operations.md has it.</summary>
    private static async Task VacuumInto(string journal, string copy)
    {
        await using var connection = new SqliteConnection($"Data Source={journal};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"VACUUM INTO '{copy}'";
        await command.ExecuteNonQueryAsync();
    }

    private static async Task RegisterUnits(RunningSystem system)
    {
        var lines = new StringBuilder()
            .AppendLine("""{"code":"xx","name":"市","level":"CITY","synthetic":true}""")
            .AppendLine("""{"code":"xx-north","name":"北区","level":"DISTRICT","parent":"xx","synthetic":true}""");
        foreach (var school in schools)
            lines.AppendLine(CultureInfo.InvariantCulture, $$"""{"code":"{{school}}","name":"小学","level":"SCHOOL","parent":"xx-north","stages":["PRIMARY"],"synthetic":true}""");
        using var content = new StringContent(lines.ToString(), Encoding.UTF8, "application/x-ndjson");
        using var answer = await system.Http.PostAsync("/ingest/org-units?submission=units", content);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The schools' own counts, added up here.</summary>
    private static async Task<int> Sum(RunningSystem system)
    {
        var sum = 0;
        foreach (var school in schools)
            sum += await Enrolled(system, school);
        return sum;
    }

    /// <summary>What was acknowledged last may still be on its way up to the city.</summary>
    private static async Task EnrolledBecomes(RunningSystem system, int expected)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (await Enrolled(system, "xx") is var found && found != expected)
            Assert.False(patience.IsCancellationRequested, $"The city has {found} students and not {expected}.");
    }

    private static async Task<int> Enrolled(RunningSystem system, string unit)
    {
        var value = (await system.Query($$"""{ orgUnit(id: "{{unit}}") { value(indicator: "dropout.roll", period: "2025", stage: PRIMARY) { value } } }"""))
            .GetProperty("orgUnit").GetProperty("value").GetProperty("value");
        return value.ValueKind switch
        {
            JsonValueKind.Null => 0,
            JsonValueKind.String => (int)decimal.Parse(value.GetString()!, CultureInfo.InvariantCulture),
            _ => (int)value.GetDecimal(),
        };
    }
}
