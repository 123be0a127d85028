using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Gateway.Tests.Schema;

/// <summary>Two districts of eight schools, of which one each states what is found doubtful and the others have said nothing.</summary>
public sealed class CrowdedServer : IAsyncLifetime
{
    public const int Schools = 16;

    public EduServer Server { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Server.InitializeAsync();
        foreach (var district in new[] { "230402", "230404" })
        {
            await Server.Register([.. Enumerable.Range(0, Schools / 2).Select(i =>
                EduServer.Unit($"{district}-batch-{i}", $"批{i}小学", null, OrgUnitLevel.School, district, SchoolStage.Primary))]);
            await Server.ReportAsync(
                $"{district}-batch-0",
                new { code = "students.in_special_correction", period = "2024", value = 0 },
                new { code = "staff.school_doctors", period = "2024", stage = "PRIMARY", value = 1 });
            await RowOf($"{district}-batch-0");
        }

        // A district asks a school for its findings when its row has changed, and keeps them.
        await Server.DataAsync("""{ allFindings(at: "230400") { totalCount } }""");
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    /// <summary>A school passes its row up by itself, a moment later.</summary>
    private async Task RowOf(string school)
    {
        for (var version = 0; version == 0;)
            version = (await Server.DataAsync($"{{ orgUnit(id: \"{school}\") {{ version }} }}")).GetProperty("orgUnit").GetProperty("version").GetInt32();
    }
}
