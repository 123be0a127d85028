using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace EduAnalytics.Gateway.Tests.Transport;

public sealed partial class PageTests
{
    private const string BrowserAccepts = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

    [Fact]
    public async Task A_browser_that_opens_the_address_gets_GraphiQL_with_files_it_may_keep_for_good()
    {
        await using var server = await TransportServer.StartAsync();

        using var page = await GetAsync(server, "");
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var files = FileLinks().Matches(html).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.True(page.Headers.CacheControl?.NoCache);
        Assert.Equal(["text/css", "text/javascript"], await Task.WhenAll(files.Select(async file =>
        {
            using var answer = await GetAsync(server, file);
            Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl?.ToString());
            return answer.Content.Headers.ContentType?.MediaType;
        })));
    }

    [Fact]
    public async Task A_page_that_the_browser_still_has_is_not_sent_again()
    {
        await using var server = await TransportServer.StartAsync();
        using var first = await GetAsync(server, "");

        using var again = await GetAsync(server, "", first.Headers.ETag);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
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

    private static Task<HttpResponseMessage> GetAsync(TransportServer server, string address, EntityTagHeaderValue? known = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", BrowserAccepts);
        if (known is not null)
            request.Headers.IfNoneMatch.Add(known);
        return server.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("(?:href|src)=\"(/graphql/assets/[^\"]+)\"")]
    private static partial Regex FileLinks();
}
