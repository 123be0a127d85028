using Microsoft.AspNetCore.Components.Authorization;

namespace EduAnalytics.Dashboard.GraphQL;

/// <summary>Readers of a gateway elsewhere, by what they showed: two who showed the same are one.</summary>
internal sealed class RemoteStandingReaders(AuthenticationStateProvider reader, IHttpClientFactory clients, GatewayList gateways) : IStandingReaders
{
    /// <summary>The name of the HTTP client whose base address is the GraphQL endpoint.</summary>
    public const string HttpClientName = "graphql";

    public async Task<StandingReader> Current()
    {
        var header = new ReaderHeader(new FixedReader(await reader.GetAuthenticationStateAsync()));
        var key = await header.ReadAsync() is var (name, value) ? $"{name}: {value}" : string.Empty;
        return new StandingReader(key, new HttpGraphQLClient(clients.CreateClient(HttpClientName), header, gateways));
    }

    /// <summary>The reader as he came; whether his right still holds the gateway says at each question.</summary>
    private sealed class FixedReader(AuthenticationState state) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(state);
    }
}
