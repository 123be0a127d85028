using System.Net;

namespace EduAnalytics.Gateway.Tests.Transport;

public sealed class PageTests
{
    private const string BrowserAccepts = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

    [Fact]
    public async Task A_browser_that_opens_the_address_gets_a_page()
    {
        await using var server = await TransportServer.StartAsync();

        using var answer = await GetAsync(server, "");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("<!doctype html>", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_link_to_a_query_opened_in_a_browser_shows_its_data()
    {
        await using var server = await TransportServer.StartAsync();

        using var answer = await GetAsync(server, "?query={greeting}");

        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_file_that_the_page_does_not_have_is_not_found()
    {
        await using var server = await TransportServer.StartAsync();

        using var answer = await GetAsync(server, "/graphql/assets/none.js");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static Task<HttpResponseMessage> GetAsync(TransportServer server, string address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", BrowserAccepts);
        return server.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
