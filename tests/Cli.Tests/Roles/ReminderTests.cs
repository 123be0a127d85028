using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;

namespace EduAnalytics.Cli.Tests.Roles;

/// <summary>The runtime's own provider of reminders over our table and statements, on a real server.</summary>
public sealed class ReminderTests(MembershipTests.Server server) : IClassFixture<MembershipTests.Server>
{
    private static readonly DateTime first = new(2026, 11, 6, 3, 0, 0, DateTimeKind.Utc);

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reminder_is_read_back_as_it_was_asked_for_and_asked_for_again_it_is_one_with_another_version()
    {
        var table = await OpenTable();
        var version = await table.UpsertRow(Reminder("230404"), Ending);
        var again = await table.UpsertRow(Reminder("230404", TimeSpan.FromHours(6)), Ending);

        var found = Assert.Single((await table.ReadRows(Grain("230404"), Ending)).Reminders);
        Assert.Equal((Grain("230404"), "month-turn", first, TimeSpan.FromHours(6), again), (found.GrainId, found.ReminderName, found.StartAt, found.Period, found.ETag));
        Assert.NotEqual(version, again);
        Assert.Null(await table.ReadRow(Grain("230404"), "another", Ending));
    }

    [Fact]
    public async Task Every_reminder_is_in_one_part_of_the_ring_and_in_no_other()
    {
        var table = await OpenTable();
        var districts = Enumerable.Range(0, 30).Select(number => $"district-{number}").ToList();
        foreach (var district in districts)
            await table.UpsertRow(Reminder(district), Ending);

        uint[] silos = [0x2000_0000, 0x9000_0000, 0xE000_0000];
        List<string> read = [];
        for (var at = 0; at < silos.Length; at++)
            read.AddRange((await table.ReadRows(silos[at], silos[(at + 1) % silos.Length], Ending)).Reminders.Select(found => found.GrainId.Key.ToString()!));

        Assert.Equal(districts.Order(StringComparer.Ordinal), read.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_reminder_goes_by_the_version_that_was_read_and_by_no_older_one()
    {
        var table = await OpenTable();
        var old = await table.UpsertRow(Reminder("230402"), Ending);
        var now = await table.UpsertRow(Reminder("230402"), Ending);

        Assert.False(await table.RemoveRow(Grain("230402"), "month-turn", old!, Ending));
        Assert.True(await table.RemoveRow(Grain("230402"), "month-turn", now!, Ending));
        Assert.Empty((await table.ReadRows(Grain("230402"), Ending)).Reminders);
    }

    private async Task<IReminderTable> OpenTable()
    {
        var database = await server.NewDatabase();
        var services = new ServiceCollection();
        services.AddLogging();
        services.Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = ("test", "edu"));
        services.UseAdoNetReminderService(store => store.Configure(table => (table.Invariant, table.ConnectionString) = ("Npgsql", database)));
        var table = services.BuildServiceProvider().GetRequiredService<IReminderTable>();
        await table.StartAsync(Ending);
        return table;
    }

    private static GrainId Grain(string district) => GrainId.Create("district", district);

    private static ReminderEntry Reminder(string district, TimeSpan? every = null) =>
        new() { GrainId = Grain(district), ReminderName = "month-turn", StartAt = first, Period = every ?? TimeSpan.FromDays(1) };
}
