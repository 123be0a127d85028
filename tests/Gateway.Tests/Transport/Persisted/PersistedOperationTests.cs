using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace EduAnalytics.Gateway.Tests.Transport.Persisted;

/// <summary>Automatic persisted queries: a hash alone, once it was sent with its query.</summary>
public sealed class PersistedOperationTests
{
    private const string Query = "query ($name: String) { greeting(name: $name) }";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hash_is_not_found_then_kept_with_its_query_and_then_enough()
    {
        await using var server = await TransportServer.StartAsync();

        var unknown = await PostAsync(server, new { extensions = Hash(Query) });
        var registered = await PostAsync(server, new { query = Query, extensions = Hash(Query) });
        var known = await PostAsync(server, new { variables = new { name = "鹤岗" }, extensions = Hash(Query) });

        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", Code(unknown));
        Assert.Equal("""{"data":{"greeting":"Hello world"}}""", registered);
        Assert.Equal("""{"data":{"greeting":"Hello 鹤岗"}}""", known);
    }

    [Fact]
    public async Task A_known_hash_is_enough_for_a_link_and_on_a_socket()
    {
        await using var server = await TransportServer.StartAsync();
        await PostAsync(server, new { query = Query, extensions = Hash(Query) });
        var extensions = JsonSerializer.Serialize(Hash(Query));
        await using var socket = await SocketClient.InitialisedAsync(server);

        var link = await server.Http.GetStringAsync($"?extensions={Uri.EscapeDataString(extensions)}", Cancelled);
        await socket.SendAsync($$$"""{"type":"subscribe","id":"1","payload":{"extensions":{{{extensions}}}}}""");

        Assert.Equal("""{"data":{"greeting":"Hello world"}}""", link);
        Assert.Equal("""{"id":"1","type":"next","payload":{"data":{"greeting":"Hello world"}}}""", await socket.ReceiveAsync());
    }

    [Fact]
    public async Task An_unknown_hash_on_a_socket_is_an_error_of_its_operation()
    {
        await using var server = await TransportServer.StartAsync();
        await using var socket = await SocketClient.InitialisedAsync(server);

        await socket.SendAsync($$$"""{"type":"subscribe","id":"1","payload":{"extensions":{{{JsonSerializer.Serialize(Hash("{ x }"))}}}}}""");

        var error = JsonDocument.Parse(await socket.ReceiveAsync()).RootElement;
        Assert.Equal("error", error.GetProperty("type").GetString());
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", error.GetProperty("payload")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_query_under_the_hash_of_another_is_refused_and_not_kept()
    {
        await using var server = await TransportServer.StartAsync();

        var refused = await PostAsync(server, new { query = "mutation { count }", extensions = Hash(Query) });
        var after = await PostAsync(server, new { extensions = Hash(Query) });

        Assert.Equal("PERSISTED_QUERY_HASH_MISMATCH", Code(refused));
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", Code(after));
        Assert.Equal(1, server.Events.Count());
    }

    [Fact]
    public async Task A_mutation_known_by_its_hash_is_still_refused_by_GET()
    {
        await using var server = await TransportServer.StartAsync();
        await PostAsync(server, new { query = "mutation { count }", extensions = Hash("mutation { count }") });

        using var answer = await server.Http.GetAsync(
            $"?extensions={Uri.EscapeDataString(JsonSerializer.Serialize(Hash("mutation { count }")))}", Cancelled);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(2, server.Events.Count());
    }

    [Fact]
    public async Task A_document_that_is_invalid_is_not_kept()
    {
        await using var server = await TransportServer.StartAsync();

        await PostAsync(server, new { query = "{ nothing }", extensions = Hash("{ nothing }") });

        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", Code(await PostAsync(server, new { extensions = Hash("{ nothing }") })));
    }

    [Fact]
    public async Task No_more_than_the_bound_is_kept()
    {
        await using var server = await TransportServer.StartAsync(options => options.Operations.PersistedCharacters = 20);

        var registered = await PostAsync(server, new { query = Query, extensions = Hash(Query) });

        Assert.Equal("""{"data":{"greeting":"Hello world"}}""", registered);
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", Code(await PostAsync(server, new { extensions = Hash(Query) })));
    }

    [Theory]
    [InlineData("""{"persistedQuery":{"version":2,"sha256Hash":"0000000000000000000000000000000000000000000000000000000000000000"}}""")]
    [InlineData("""{"persistedQuery":{"version":1,"sha256Hash":"short"}}""")]
    [InlineData("""{"persistedQuery":"text"}""")]
    public async Task A_hash_in_another_form_is_no_request(string extensions)
    {
        await using var server = await TransportServer.StartAsync();

        var answer = await PostAsync(server, new { extensions = JsonDocument.Parse(extensions).RootElement });

        Assert.Equal("BAD_REQUEST", Code(answer));
        Assert.Contains("64 hexadecimal digits", answer);
    }

    internal static object Hash(string query) => new
    {
        persistedQuery = new { version = 1, sha256Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(query))) },
    };

    internal static async Task<string> PostAsync(TransportServer server, object body)
    {
        using var answer = await server.Http.PostAsJsonAsync("", body, Cancelled);
        return await answer.Content.ReadAsStringAsync(Cancelled);
    }

    internal static string? Code(string answer) =>
        JsonDocument.Parse(answer).RootElement.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();
}
