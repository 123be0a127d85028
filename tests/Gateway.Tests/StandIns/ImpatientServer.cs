using System.Text.Json;
using EduAnalytics.Contracts.Districts;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Release;
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
        More = services => services
            .AddSingleton(new UnitAnswers(TimeProvider.System) { Soon = TimeSpan.FromSeconds(2), Patience = TimeSpan.FromSeconds(4) })
            .AddSingleton(new PastAnswers(TimeProvider.System) { Patience = TimeSpan.FromSeconds(4) }),
    };

    public async ValueTask InitializeAsync()
    {
        await Server.InitializeAsync();
        await Server.ReportAsync("230404", new { code = Indicator, period = "2022", value = 40 });
        await Server.ReportAsync("230402", new { code = Indicator, period = "2022", value = 20 });
        while (await CityTotal() != 60)
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>A school's figure, which its district holds once this returns.</summary>
    public async Task ReportBySchool(string school, object figure, ValueQuery value)
    {
        await Server.ReportAsync(school, figure);
        var district = Server.Services.GetRequiredService<IGrainFactory>().GetGrain<IDistrictGrain>(school[..6]);
        while ((await district.Evaluate([value], Audience.Staff))[0].Value is null)
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>The code and the unit of the one error of an answer.</summary>
    public static (string? Code, string? OrgUnit) ErrorOf(JsonElement answer)
    {
        var extensions = Assert.Single(answer.GetProperty("errors").EnumerateArray()).GetProperty("extensions");
        return (extensions.GetProperty("code").GetString(), extensions.TryGetProperty("orgUnit", out var unit) ? unit.GetString() : null);
    }

    public ValueTask DisposeAsync()
    {
        Server.Silent.ReleaseAll();
        return Server.DisposeAsync();
    }

    private async Task<decimal?> CityTotal()
    {
        var value = (await Server.DataAsync($$"""{ orgUnit(id: "230400") { value(indicator: "{{Indicator}}", period: "2022") { value } } }"""))
            .GetProperty("orgUnit").GetProperty("value").GetProperty("value");
        return value.ValueKind == JsonValueKind.Null ? null : value.GetDecimal();
    }
}
