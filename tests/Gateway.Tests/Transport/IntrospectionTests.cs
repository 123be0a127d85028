using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace EduAnalytics.Gateway.Tests.Transport;

/// <summary>A gateway that does not tell its schema.</summary>
public sealed class IntrospectionTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{ __schema { types { name } } }")]
    [InlineData("""{ __type(name: "Node") { name } }""")]
    [InlineData("{ ...F } fragment F on Query { s: __schema { description } }")]
    public async Task A_question_about_the_schema_is_refused_with_the_setting(string query)
    {
        await using var server = await TransportServer.StartAsync(options => options.Introspection = false);

        var error = (await AskAsync(server, query)).GetProperty("errors")[0];

        Assert.Equal("INTROSPECTION_DISABLED", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Contains("Gateway:Introspection", error.GetProperty("message").GetString());
    }

    [Fact]
    public async Task The_name_of_an_objects_type_is_no_question_about_the_schema()
    {
        await using var server = await TransportServer.StartAsync(options => options.Introspection = false);

        Assert.Equal("""{"data":{"__typename":"Query","node":{"__typename":"Node"}}}""", (await AskAsync(server, "{ __typename node { __typename } }")).GetRawText());
    }

    [Fact]
    public async Task The_schemas_text_is_withheld_and_the_page_knows()
    {
        await using var withholding = await TransportServer.StartAsync(options => options.Introspection = false);
        await using var telling = await TransportServer.StartAsync();

        using var text = await withholding.Http.GetAsync("/graphql/schema.graphql", Cancelled);

        Assert.Equal(HttpStatusCode.Forbidden, text.StatusCode);
        Assert.Contains("INTROSPECTION_DISABLED", await text.Content.ReadAsStringAsync(Cancelled));
        Assert.Contains("data-introspection=\"off\"", await PageAsync(withholding));
        Assert.DoesNotContain("data-introspection", await PageAsync(telling));
    }

    private static async Task<string> PageAsync(TransportServer server)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "");
        request.Headers.Accept.ParseAdd("text/html");
        using var answer = await server.Http.SendAsync(request, Cancelled);
        return await answer.Content.ReadAsStringAsync(Cancelled);
    }

    private static async Task<JsonElement> AskAsync(TransportServer server, string query)
    {
        using var answer = await server.Http.PostAsJsonAsync("", new { query }, Cancelled);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
    }
}
