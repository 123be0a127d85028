using System.Net.Http.Headers;
using System.Net.Http.Json;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Access.Sessions;
using EduAnalytics.Gateway.Access.Tokens;
using EduAnalytics.Gateway.Tests.Transport;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace EduAnalytics.Gateway.Tests.SignIn;

/// <summary>A gateway that lets in only whoever shows a token, with a clock that a test moves.</summary>
internal sealed class GuardedServer : IAsyncDisposable
{
    private GuardedServer(TransportServer server, FakeTimeProvider time, KnownTokens tokens) =>
        (Server, Time, Tokens) = (server, time, tokens);

    public TransportServer Server { get; }

    public FakeTimeProvider Time { get; }

    public KnownTokens Tokens { get; }

    public static async Task<GuardedServer> StartAsync(TestIssuer? issuer = null, Action<AccessOptions>? configure = null)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        var tokens = new KnownTokens(time);
        var server = await TransportServer.StartAsync(services: services =>
        {
            services.AddSingleton<TimeProvider>(time);
            services.AddSingleton<ITokenFeed>(tokens);
            services.Configure<AccessOptions>(access =>
            {
                access.Tokens = true;
                access.Authority = issuer?.Address ?? "";
                access.Audience = issuer is null ? "" : TestIssuer.Audience;
                configure?.Invoke(access);
            });
        }, map: Map);
        return new GuardedServer(server, time, tokens);
    }

    /// <summary>A query with this in its <c>Authorization</c> header; null for none.</summary>
    public async Task<HttpResponseMessage> AskAsync(string? authorization, string accept = "application/graphql-response+json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "") { Content = JsonContent.Create(new { query = "{ greeting }" }) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return await Server.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Beside GraphQL: the session's addresses, a form of this site, and an address that asks for nothing in particular.</summary>
    private static void Map(WebApplication app)
    {
        app.MapEduSessions();
        app.MapGet("/form", (HttpContext http, IAntiforgery forms) => forms.GetAndStoreTokens(http).RequestToken).AllowAnonymous();
        app.Map("/plain", (HttpContext http) => http.User.Identity?.Name ?? "nobody");
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
