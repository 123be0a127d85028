using System.Net;
using System.Text.RegularExpressions;
using EduAnalytics.Cli.Catalogues;
using EduAnalytics.Cli.Up;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace EduAnalytics.Cli.Tests.Access;

/// <summary>Where sign-in is asked for, no address answers without it but those listed here.</summary>
public sealed partial class AddressTests : IDisposable
{
    private static readonly string[] answerAnyone =
    [
        // For whatever watches the process.
        "/health/live", "/health/ready",
        // Signing in, and out where the session has ended already. Both take this site's own forms only.
        "/sign-in", "/session", "/session/end",

        // On to the issuer, whose page asks who comes.
        "/session/issuer",
    ];

    private readonly string data = Directory.CreateTempSubdirectory("edu-addresses-").FullName;

    [Fact]
    public async Task Every_address_asks_for_a_caller_but_those_listed()
    {
        await using var app = EmbeddedHost.Build(Settings with { SignIn = true });
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.First()) };
        var endpoints = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            // Styles and scripts of the pages, the sign-in page's among them.
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .ToList();

        var answering = new List<string>();
        foreach (var (method, path) in endpoints.SelectMany(Requests).Distinct())
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            if (answer.StatusCode != HttpStatusCode.Unauthorized)
                answering.Add(path);
        }

        Assert.Contains(endpoints, endpoint => endpoint.RoutePattern.RawText == "/ingest/enrolment");
        Assert.Contains(endpoints, endpoint => endpoint.RoutePattern.RawText == "/graphql");
        Assert.Equal(answerAnyone.Order(), answering.Distinct().Order());
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Without_sign_in_configured_everyone_on_this_machine_is_answered()
    {
        await using var app = EmbeddedHost.Build(Settings);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        using var answer = await http.GetAsync("/graphql?query={__typename}", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose() => Directory.Delete(data, recursive: true);

    private UpSettings Settings => new(Ports.FindFree(), data, Empty: true, CatalogueCommand.ShippedDirectory);

    /// <summary>A request for each method that the endpoint serves, with something in the place of each parameter.</summary>
    private static IEnumerable<(string Method, string Path)> Requests(RouteEndpoint endpoint)
    {
        var path = "/" + Parameter().Replace(endpoint.RoutePattern.RawText ?? "", match => match.Value.Contains("svg", StringComparison.Ordinal) ? "svg" : "x").TrimStart('/');
        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [];
        return (methods.Count == 0 ? ["GET", "POST"] : methods).Select(method => (method, path));
    }

    [GeneratedRegex(@"\{(?:[^{}]|\{[^{}]*\})*\}")]
    private static partial Regex Parameter();
}
