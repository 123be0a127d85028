using System.Net;

namespace EduAnalytics.Gateway.Tests.Transport;

public sealed class SchemaTextTests
{
    [Fact]
    public async Task The_schema_is_readable_text_that_a_client_asks_for_again_only_when_it_changed()
    {
        await using var server = await TransportServer.StartAsync();

        using var first = await GetAsync(server, null);
        using var again = await GetAsync(server, first.Headers.ETag!.ToString());

        Assert.Equal("text/plain; charset=utf-8", first.Content.Headers.ContentType?.ToString());
        Assert.Equal("no-cache", first.Headers.CacheControl?.ToString());
        Assert.Equal("nosniff", Assert.Single(first.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("type Query", await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    private static Task<HttpResponseMessage> GetAsync(TransportServer server, string? knownTag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/graphql/schema.graphql");
        if (knownTag is not null)
            request.Headers.Add("If-None-Match", knownTag);
        return server.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
