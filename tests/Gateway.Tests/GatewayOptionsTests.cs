using EduAnalytics.Gateway.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Gateway.Tests;

public sealed class GatewayOptionsTests
{
    [Fact]
    public async Task Every_wrong_option_is_named_at_start_with_its_value_and_what_is_allowed()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Gateway:MaxDepth"] = "0",
            ["Gateway:KeepAliveSeconds"] = "-3",
            ["Gateway:MaxFields"] = "0",
            ["Gateway:Rates:Burst"] = "0",
            ["Gateway:Operations:PersistedCharacters"] = "-1",
            ["Gateway:AllowedOrigins:0"] = "https://desk.example/path",
        });
        builder.Services.AddGraphQLTransport<Transport.TransportSchema>();
        await using var app = builder.Build();

        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync(TestContext.Current.CancellationToken));

        Assert.Equal(
            [
                "Gateway:MaxDepth is 0; allowed: 1 to 200.",
                "Gateway:MaxFields is 0; allowed: 1 to 100000.",
                "Gateway:KeepAliveSeconds is -3; allowed: 1 to 3600.",
                "Gateway:Rates:Burst is 0; allowed: 1 to 10000000.",
                "Gateway:Operations:PersistedCharacters is -1; allowed: 0 to 1000000000.",
                "Gateway:AllowedOrigins has \"https://desk.example/path\"; allowed: scheme://host or scheme://host:port, without a path.",
            ],
            refusal.Failures);
    }
}
