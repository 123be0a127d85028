using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Tests.Schema;

[assembly: AssemblyFixture(typeof(EduAnalytics.Gateway.Tests.Export.ExportServer))]

namespace EduAnalytics.Gateway.Tests.Export;

/// <summary>A system with two years of kindergartens at Nanshan, a stated rate, and a school with a name that is a formula.</summary>
public sealed class ExportServer : IAsyncLifetime
{
    /// <summary>Two units, one of them generated; years with a sum, with a statement only, and with nothing.</summary>
    public const string Kindergartens = "orgUnits=230404,230402&indicators=preschool.public_share&from=2022&to=2024";

    public EduServer Server { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Server.InitializeAsync();
        await Server.Register(EduServer.Unit("230402-evil", "=HYPERLINK(\"http://evil\",\"点我\")", null, OrgUnitLevel.School, "230402", SchoolStage.Junior));
        await Server.ReportAsync("230404",
            new { code = "preschool.children", period = "2024", stage = "KINDERGARTEN", value = 1842 },
            new { code = "preschool.children_public", period = "2024", stage = "KINDERGARTEN", value = 530 },
            new { code = "preschool.public_share", period = "2024", stage = "KINDERGARTEN", value = 28.8m },
            new { code = "preschool.public_share", period = "2023", stage = "KINDERGARTEN", value = 30.5m },
            new { code = "finance.allocated", period = "2023", value = 62171886.03m });
    }

    public Task<HttpResponseMessage> Get(string file, HttpMethod? method = null, string? knownTag = null)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, AddressOf(file));
        if (knownTag is not null)
            request.Headers.Add("If-None-Match", knownTag);
        return Server.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<byte[]> Bytes(string file)
    {
        using var answer = await Get(file);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    public Uri AddressOf(string file) => new(Server.Address, $"/export/{file}");

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
