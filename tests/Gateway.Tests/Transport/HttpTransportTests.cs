using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace EduAnalytics.Gateway.Tests.Transport;

public sealed class HttpTransportTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mutation_by_GET_is_refused_and_not_executed_even_when_its_document_is_known()
    {
        await using var server = await TransportServer.StartAsync();
        Assert.Equal("""{"data":{"count":1}}""", await PostAsync(server, "mutation { count }"));

        using var answer = await server.Http.GetAsync("?query=mutation%20%7B%20count%20%7D", Cancelled);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["POST"], answer.Content.Headers.Allow);
        Assert.Equal("OPERATION_NOT_ALLOWED_HERE", Code(await answer.Content.ReadAsStringAsync(Cancelled)));
        Assert.Equal("""{"data":{"count":2}}""", await PostAsync(server, "mutation { count }"));
    }

    [Fact]
    public async Task A_subscription_without_a_stream_is_refused_with_the_way_to_open_one()
    {
        await using var server = await TransportServer.StartAsync();

        var answer = await PostAsync(server, "subscription { changes }");

        Assert.Equal("OPERATION_NOT_ALLOWED_HERE", Code(answer));
        Assert.Contains("text/event-stream", answer);
    }

    [Fact]
    public async Task Another_method_is_refused_with_the_methods_served()
    {
        await using var server = await TransportServer.StartAsync();

        using var answer = await server.Http.DeleteAsync("", Cancelled);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["GET", "POST"], answer.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("{\n  \"query\": ", HttpStatusCode.BadRequest, "line 2")]
    [InlineData("[{\"query\":\"{greeting}\"}]", HttpStatusCode.BadRequest, "lists of operations are not accepted")]
    [InlineData("{\"query\":\"{greeting}\",\"variables\":\"x\"}", HttpStatusCode.BadRequest, "\\\"variables\\\" must be an object or null")]
    public async Task A_body_that_is_no_request_says_what_is_wrong_with_it(string body, HttpStatusCode status, string message)
    {
        await using var server = await TransportServer.StartAsync();

        using var answer = await server.Http.PostAsync("", new StringContent(body, Encoding.UTF8, "application/json"), Cancelled);

        Assert.Equal(status, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync(Cancelled);
        Assert.Equal("BAD_REQUEST", Code(text));
        Assert.Contains(message, text);
    }

    [Theory]
    [InlineData("application/xml")]
    [InlineData("application/json; charset=gb2312")]
    [InlineData("text/plain")]
    public async Task A_body_of_another_type_is_unsupported(string type)
    {
        await using var server = await TransportServer.StartAsync();
        using var body = new StringContent("""{"query":"{greeting}"}""");
        body.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        using var answer = await server.Http.PostAsync("", body, Cancelled);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Theory]
    [InlineData("application/xml", HttpStatusCode.NotAcceptable, "application/json")]
    [InlineData("application/json;q=0", HttpStatusCode.NotAcceptable, "application/json")]
    [InlineData("nonsense", HttpStatusCode.NotAcceptable, "application/json")]
    [InlineData("application/json;q=0.5, application/graphql-response+json", HttpStatusCode.OK, "application/graphql-response+json")]
    [InlineData("text/*;q=0.1, application/*", HttpStatusCode.OK, "application/json")]
    public async Task The_answer_has_the_form_that_the_client_prefers(string accept, HttpStatusCode status, string type)
    {
        await using var server = await TransportServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "") { Content = Json("{ greeting }") };
        request.Headers.TryAddWithoutValidation("Accept", accept);

        using var answer = await server.Http.SendAsync(request, Cancelled);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_the_limit_is_refused_whether_or_not_its_length_is_stated(bool stated)
    {
        await using var server = await TransportServer.StartAsync(options => options.MaxRequestBytes = 2_000);
        using var request = new HttpRequestMessage(HttpMethod.Post, "") { Content = Json(new string(' ', 100_000)) };
        request.Headers.TransferEncodingChunked = !stated;

        using var answer = await server.Http.SendAsync(request, Cancelled);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync(Cancelled);
        Assert.Equal("REQUEST_TOO_LARGE", Code(text));
        Assert.Contains("2000 bytes", text);
    }

    [Fact]
    public async Task Chinese_is_sent_as_it_is_read()
    {
        await using var server = await TransportServer.StartAsync();

        Assert.Equal("""{"data":{"node":{"name":"南山区"}}}""", await PostAsync(server, "{ node { name } }"));
    }

    [Fact]
    public async Task A_client_that_leaves_cancels_its_operation()
    {
        await using var server = await TransportServer.StartAsync();
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var asking = server.Http.PostAsync("", Json("{ waits }"), leaving.Token);
        await server.Events.Waiting;

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        await server.Events.Cancelled;
    }

    private static StringContent Json(string query) =>
        new(JsonSerializer.Serialize(new { query }), Encoding.UTF8, "application/json");

    private static async Task<string> PostAsync(TransportServer server, string query)
    {
        using var answer = await server.Http.PostAsync("", Json(query), Cancelled);
        return await answer.Content.ReadAsStringAsync(Cancelled);
    }

    private static string? Code(string answer) =>
        JsonDocument.Parse(answer).RootElement.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();
}
