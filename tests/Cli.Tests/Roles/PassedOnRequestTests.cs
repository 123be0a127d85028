using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace EduAnalytics.Cli.Tests.Roles;

/// <summary>What a client of the dashboard is told of what the dashboard passes on, whose gateway dies or is not there.</summary>
public sealed class PassedOnRequestTests : IAsyncLifetime
{
    private const string Lines = "/ingest/enrolment?submission=roll";
    private const string SameStream = "What it had stored by then stays: send the same stream again under the same submission id";
    private const string SameFile = "What it had stored by then stays: send the same file again";

    private LoneDashboard dashboard = null!;

    public async ValueTask InitializeAsync() => dashboard = await LoneDashboard.Start();

    public ValueTask DisposeAsync() => dashboard.DisposeAsync();

    [Theory]
    [InlineData(Lines, 100, SameStream)]
    [InlineData(Lines, 8_000_000, SameStream)]
    [InlineData("/import", 100, SameFile)]
    [InlineData("/import", 8_000_000, SameFile)]
    public async Task What_was_on_its_way_when_the_gateway_died_is_to_be_sent_again(string address, int length, string advice)
    {
        dashboard.Gateway = async gateway =>
        {
            await gateway.Request.Body.ReadAtLeastAsync(new byte[1], 1);
            gateway.Abort();
        };

        using var answer = await Send(address, length);

        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        IsToBeSentAgain(await Json(answer), advice);
    }

    [Theory]
    [InlineData(Lines, SameStream)]
    [InlineData("/import", SameFile)]
    public async Task So_it_is_where_no_gateway_can_be_reached(string address, string advice)
    {
        await dashboard.StopGateway();

        using var answer = await Send(address, 100);

        Assert.Equal((HttpStatusCode.BadGateway, TimeSpan.FromSeconds(1)), (answer.StatusCode, answer.Headers.RetryAfter?.Delta));
        IsToBeSentAgain(await Json(answer), advice);
    }

    [Fact]
    public async Task An_operation_and_an_export_are_told_so_in_their_own_forms()
    {
        await dashboard.StopGateway();

        using var operation = await dashboard.Http.PostAsJsonAsync("/graphql", new { query = "{ __typename }" }, TestContext.Current.CancellationToken);
        using var export = await dashboard.Http.GetAsync("/export/comparison.csv?orgUnits=230404", TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.BadGateway, HttpStatusCode.BadGateway), (operation.StatusCode, export.StatusCode));
        var extensions = (await Json(operation)).GetProperty("errors")[0].GetProperty("extensions");
        Assert.Equal(("UNAVAILABLE", true), (extensions.GetProperty("code").GetString(), extensions.GetProperty("retryable").GetBoolean()));
        Assert.Equal("application/problem+json", export.Content.Headers.ContentType?.MediaType);
        var problem = await Json(export);
        Assert.Equal(("UNAVAILABLE", true), (problem.GetProperty("code").GetString(), problem.GetProperty("retryable").GetBoolean()));
    }

    [Fact]
    public async Task Who_signs_in_reads_a_sentence()
    {
        await dashboard.StopGateway();

        using var answer = await dashboard.Http.PostAsync("/session", new FormUrlEncodedContent([new("token", "t")]), TestContext.Current.CancellationToken);

        Assert.Equal("The gateway did not answer. Ask again.", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("POST", Lines, "application/x-ndjson")]
    [InlineData("GET", "/export/comparison.csv", "text/csv")]
    public async Task An_answer_that_breaks_off_in_its_midst_does_not_look_like_a_whole_one(string method, string address, string type)
    {
        var heard = new TaskCompletionSource();
        dashboard.Gateway = async gateway =>
        {
            gateway.Response.ContentType = type;
            await gateway.Response.WriteAsync("the first line\n");
            await gateway.Response.Body.FlushAsync();
            await heard.Task;
            gateway.Abort();
        };
        using var request = new HttpRequestMessage(new HttpMethod(method), address);

        using var answer = await dashboard.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using var text = new StreamReader(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));

        Assert.Equal("the first line", await text.ReadLineAsync(TestContext.Current.CancellationToken));
        heard.SetResult();
        await Assert.ThrowsAnyAsync<IOException>(() => text.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_the_gateway_itself_refuses_is_passed_back_as_it_is()
    {
        dashboard.Gateway = async gateway =>
        {
            gateway.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            await gateway.Response.WriteAsync("its own words");
        };

        using var answer = await Send(Lines, 100);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "its own words"), (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task How_long_a_file_may_be_the_gateway_alone_says()
    {
        const int length = 31_000_000;
        dashboard.Gateway = async gateway =>
        {
            using var counted = new MemoryStream();
            await gateway.Request.Body.CopyToAsync(counted);
            await gateway.Response.WriteAsync($"{counted.Length}");
        };

        using var answer = await Send("/import", length);

        Assert.Equal($"{length}", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(100, HttpStatusCode.OK)]
    [InlineData(9_000_000, HttpStatusCode.RequestEntityTooLarge)]
    public async Task An_operation_that_does_not_say_how_long_it_is_comes_to_the_gateway_whole_or_not_at_all(int length, HttpStatusCode status)
    {
        var heard = new List<string?>();
        dashboard.Gateway = async gateway =>
            heard.Add((await gateway.Request.ReadFromJsonAsync<JsonElement>()).GetProperty("query").GetString());
        var query = new string(' ', length);

        using var answer = await dashboard.Http.PostAsJsonAsync("/graphql", new { query }, TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status == HttpStatusCode.OK ? [query] : [], heard);
    }

    [Fact]
    public async Task An_operation_that_does_not_say_its_length_and_is_too_long_to_be_kept_is_not_to_be_sent_again()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new ByteArrayContent(new byte[9_000_000]) };
        request.Headers.TransferEncodingChunked = true;

        using var answer = await dashboard.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, null), (answer.StatusCode, answer.Headers.RetryAfter));
        Assert.Equal("REQUEST_TOO_LARGE", (await Json(answer)).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task The_page_at_the_address_that_takes_files_is_the_dashboards_own()
    {
        await dashboard.StopGateway();

        using var answer = await dashboard.Http.GetAsync("/import", TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    private static void IsToBeSentAgain(JsonElement answer, string advice)
    {
        var error = answer.GetProperty("errors")[0];
        Assert.Equal(("UNAVAILABLE", true), (error.GetProperty("code").GetString(), error.GetProperty("retryable").GetBoolean()));
        Assert.Contains(advice, error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> Send(string address, int length)
    {
        var content = new ByteArrayContent(Encoding.ASCII.GetBytes(new string('\n', length)));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        return await dashboard.Http.PostAsync(address, content, TestContext.Current.CancellationToken);
    }

    private static async Task<JsonElement> Json(HttpResponseMessage answer) =>
        await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
}
