using EduAnalytics.Gateway.Queries.StandIns;
using EduAnalytics.Gateway.Tests.Schema;
using Microsoft.Extensions.DependencyInjection;

namespace EduAnalytics.Gateway.Tests.StandIns;

/// <summary>A city whose two districts have told it their figures, and a gateway that does not wait for them for as long as others do.</summary>
public sealed class ImpatientServer : IAsyncLifetime
{
    public const string Indicator = "finance.allocated";

    public EduServer Server { get; } = new()
    {
        More = services => services.AddSingleton(new UnitAnswers(TimeProvider.System) { Soon = TimeSpan.FromSeconds(2), Patience = TimeSpan.FromSeconds(4) }),
    };

    public async ValueTask InitializeAsync()
    {
        await Server.InitializeAsync();
        await Server.ReportAsync("230404", new { code = Indicator, period = "2022", value = 40 });
        await Server.ReportAsync("230402", new { code = Indicator, period = "2022", value = 20 });
        while (await CityTotal() != 60)
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
    }

    public ValueTask DisposeAsync()
    {
        Server.Silent.Release("230402");
        Server.Silent.Release("230400");
        return Server.DisposeAsync();
    }

    private async Task<decimal?> CityTotal()
    {
        var value = (await Server.DataAsync($$"""{ orgUnit(id: "230400") { value(indicator: "{{Indicator}}", period: "2022") { value } } }"""))
            .GetProperty("orgUnit").GetProperty("value").GetProperty("value");
        return value.ValueKind == System.Text.Json.JsonValueKind.Null ? null : value.GetDecimal();
    }
}
