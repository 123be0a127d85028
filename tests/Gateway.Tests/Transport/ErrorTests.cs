using System.Net.Http.Json;
using System.Text.Json;

namespace EduAnalytics.Gateway.Tests.Transport;

public sealed class ErrorTests
{
    [Theory]
    [InlineData("{ greeting", null, "GRAPHQL_PARSE_FAILED")]
    [InlineData("{ a 02\r-30ma { b", null, "GRAPHQL_PARSE_FAILED")]
    [InlineData("{ nothing }", null, "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("{ half }", null, "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("query A { greeting } query B { greeting }", null, "OPERATION_RESOLUTION_FAILURE")]
    [InlineData("query A { greeting }", "C", "OPERATION_RESOLUTION_FAILURE")]
    [InlineData("fragment F on Query { greeting }", null, "OPERATION_RESOLUTION_FAILURE")]
    [InlineData("query A($n: Int!) { half(of: $n) }", null, "BAD_USER_INPUT")]
    public async Task A_fault_of_the_request_has_a_code_that_says_which(string query, string? operationName, string code)
    {
        await using var server = await TransportServer.StartAsync();

        var error = (await AskAsync(server, query, operationName)).GetProperty("errors")[0];

        Assert.Equal(code, error.GetProperty("extensions").GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("\"\\ud800\"", 2)]
    [InlineData("\"\u00ff\"", 2)]
    public async Task A_string_that_is_no_text_is_refused_with_its_place(string text, int line)
    {
        await using var server = await TransportServer.StartAsync();
        using var body = new ByteArrayContent(System.Text.Encoding.Latin1.GetBytes($"{{\n \"query\": {text} }}"));
        body.Headers.ContentType = new("application/json");

        using var answer = await server.Http.PostAsync((Uri?)null, body, TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"The request is not valid JSON (line {line}, byte 11).", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_validation_error_names_the_broken_rule_and_the_place()
    {
        await using var server = await TransportServer.StartAsync();

        var error = (await AskAsync(server, "{ nothing }")).GetProperty("errors")[0];

        Assert.Equal("FIELDS_ON_CORRECT_TYPE", error.GetProperty("extensions").GetProperty("rule").GetString());
        Assert.Equal("""[{"line":1,"column":3}]""", error.GetProperty("locations").GetRawText());
    }

    [Fact]
    public async Task A_wrong_variable_is_named_also_when_the_document_is_already_known()
    {
        await using var server = await TransportServer.StartAsync();
        const string query = "query ($n: Int!) { half(of: $n) }";
        Assert.Equal("""{"data":{"half":4}}""", (await AskAsync(server, query, variables: new { n = 8 })).GetRawText());

        var error = (await AskAsync(server, query, variables: new { n = "eight" })).GetProperty("errors")[0];

        Assert.Equal("BAD_USER_INPUT", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Contains("$n", error.GetProperty("message").GetString());
    }

    [Fact]
    public async Task What_breaks_inside_is_logged_under_the_reference_that_the_client_gets()
    {
        await using var server = await TransportServer.StartAsync();

        var answer = await AskAsync(server, "{ greeting broken }");

        Assert.Equal("""{"greeting":"Hello world","broken":null}""", answer.GetProperty("data").GetRawText());
        var error = answer.GetProperty("errors")[0];
        var extensions = error.GetProperty("extensions");
        var reference = extensions.GetProperty("reference").GetString()!;
        Assert.Equal("INTERNAL", extensions.GetProperty("code").GetString());
        Assert.Equal("""["broken"]""", error.GetProperty("path").GetRawText());
        Assert.Contains(reference, error.GetProperty("message").GetString());
        Assert.DoesNotContain("secret", answer.GetRawText());
        Assert.Contains(server.Log.All, line =>
            line.Text.Contains(reference, StringComparison.Ordinal)
            && line.Text.Contains("Query.broken", StringComparison.Ordinal)
            && line.Text.Contains("secret", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("late", "TIMED_OUT", "Ask again: a submission sent again under its id counts once.")]
    [InlineData("silent", "TIMED_OUT", "南山区 (230404) does not answer at the moment")]
    [InlineData("unreachable", "UNAVAILABLE", "Ask again: a submission sent again under its id counts once.")]
    [InlineData("storeless", "STORE_UNAVAILABLE", "Ask again.")]
    [InlineData("storeGone", "STORE_UNAVAILABLE", "Tell whoever runs it")]
    [InlineData("refused", "UNKNOWN_ORG_UNIT", "List them with orgUnits.")]
    [InlineData("broken", "INTERNAL", "Please quote the reference")]
    [InlineData("node { broken }", "INTERNAL", "Please quote the reference")]
    public async Task A_field_that_fails_says_what_to_do_and_where_it_was_and_keeps_the_rest(string field, string code, string advice)
    {
        await using var server = await TransportServer.StartAsync();

        var answer = await AskAsync(server, $"{{ greeting {field} }}");

        Assert.Equal("Hello world", answer.GetProperty("data").GetProperty("greeting").GetString());
        var error = Assert.Single(answer.GetProperty("errors").EnumerateArray());
        Assert.Equal(code, error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Contains(advice, error.GetProperty("message").GetString());
        Assert.Equal(field.Split(' ', '{', '}').Where(part => part.Length > 0), error.GetProperty("path").EnumerateArray().Select(part => part.GetString()));
        Assert.DoesNotContain("secret", answer.GetRawText());
    }

    [Theory]
    [InlineData("late", true)]
    [InlineData("silent", true)]
    [InlineData("unreachable", true)]
    [InlineData("storeless", true)]
    [InlineData("storeGone", false)]
    public async Task A_failure_that_may_pass_says_whether_it_is_worth_asking_again(string field, bool retryable)
    {
        await using var server = await TransportServer.StartAsync();

        var error = (await AskAsync(server, $"{{ {field} }}")).GetProperty("errors")[0];

        Assert.Equal(retryable, error.GetProperty("extensions").GetProperty("retryable").GetBoolean());
    }

    [Fact]
    public async Task A_required_field_that_is_missing_takes_its_object_with_it_and_is_a_fault_of_ours()
    {
        await using var server = await TransportServer.StartAsync();

        var answer = await AskAsync(server, "{ required }");

        Assert.Equal(JsonValueKind.Null, answer.GetProperty("data").ValueKind);
        Assert.Equal("INTERNAL", answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task An_operation_that_takes_too_long_is_ended_with_a_code_of_its_own()
    {
        await using var server = await TransportServer.StartAsync(options => options.ExecutionTimeoutSeconds = 1);

        var error = (await AskAsync(server, "{ waits }")).GetProperty("errors")[0];

        var extensions = error.GetProperty("extensions");
        Assert.Equal("TIMED_OUT", extensions.GetProperty("code").GetString());
        Assert.Equal("Gateway:ExecutionTimeoutSeconds", extensions.GetProperty("setting").GetString());
        Assert.Equal(1, extensions.GetProperty("limit").GetInt32());
        await server.Events.Cancelled;
    }

    [Fact]
    public async Task An_operation_deeper_than_the_limit_is_refused_with_both_numbers()
    {
        await using var server = await TransportServer.StartAsync(options => options.MaxDepth = 3);

        var allowed = await AskAsync(server, "{ node { node { name } } }");
        var refused = (await AskAsync(server, "{ node { ...deeper } } fragment deeper on Node { node { node { name } } }")).GetProperty("errors")[0];

        Assert.False(allowed.TryGetProperty("errors", out _));
        Assert.Equal("QUERY_TOO_DEEP", refused.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal("The operation is 4 fields deep; the limit is 3 (Gateway:MaxDepth).", refused.GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_document_of_ten_thousand_levels_is_refused_and_not_a_fault_of_ours()
    {
        await using var server = await TransportServer.StartAsync();
        const int levels = 10_000;

        var error = (await AskAsync(server, string.Concat(Enumerable.Repeat("{ node ", levels)) + new string('}', levels))).GetProperty("errors")[0];

        Assert.Equal("QUERY_TOO_DEEP", error.GetProperty("extensions").GetProperty("code").GetString());
    }

    private static async Task<JsonElement> AskAsync(
        TransportServer server, string query, string? operationName = null, object? variables = null)
    {
        using var answer = await server.Http.PostAsJsonAsync("", new { query, operationName, variables }, TestContext.Current.CancellationToken);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }
}
