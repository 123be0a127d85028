using System.Net.Http.Json;
using System.Text.Json;

namespace EduAnalytics.Gateway.Tests.Transport.Limits;

/// <summary>What a document alone can exceed. Each refusal names the limit and what was found.</summary>
public sealed class DocumentLimitTests
{
    [Fact]
    public async Task Fields_are_counted_wherever_their_fragment_is_spread()
    {
        await using var server = await TransportServer.StartAsync(options => options.MaxFields = 9);
        const string fragment = "fragment F on Node { name a: name b: name }";

        var allowed = await AskAsync(server, $"{{ one: node {{ ...F }} two: node {{ ...F }} greeting }} {fragment}");
        var refused = await AskAsync(server, $"{{ one: node {{ ...F }} two: node {{ ...F }} greeting again: greeting }} {fragment}");

        Assert.False(allowed.TryGetProperty("errors", out _));
        AssertRefused(refused, "TOO_MANY_FIELDS", "Gateway:MaxFields", 9, 10);
    }

    [Fact]
    public async Task The_bounds_are_two_thousand_and_forty_eight_fields_two_hundred_levels_and_a_thousand_fragment_visits()
    {
        await using var server = await TransportServer.StartAsync();
        string Aliases(int count) => $"{{ {string.Concat(Enumerable.Range(0, count).Select(n => $"a{n}: greeting "))}}}";
        string Spreads(int count) => $"{{ node {{ {string.Concat(Enumerable.Repeat("...F ", count))}}} }} fragment F on Node {{ name }}";
        string Levels(int count) => $"{{ greeting(name: {new string('[', count)}{new string(']', count)}) }}";

        Assert.False((await AskAsync(server, Aliases(2_048))).TryGetProperty("errors", out _));
        AssertRefused(await AskAsync(server, Aliases(2_049)), "TOO_MANY_FIELDS", "Gateway:MaxFields", 2_048, 2_049);
        Assert.False((await AskAsync(server, Spreads(1_000))).TryGetProperty("errors", out _));
        AssertRefused(await AskAsync(server, Spreads(1_001)), "TOO_MANY_FRAGMENT_VISITS", "Gateway:MaxFragmentVisits", 1_000, 1_001);
        // Parsed, and then refused for being no string.
        Assert.Equal("GRAPHQL_VALIDATION_FAILED", Code(await AskAsync(server, Levels(198))));
        AssertRefused(await AskAsync(server, Levels(199)), "QUERY_TOO_DEEP", "Gateway:MaxNesting", 200, 201);
    }

    [Fact]
    public async Task Fragments_that_double_forty_times_are_refused_at_once_and_not_visited()
    {
        await using var server = await TransportServer.StartAsync();
        var bomb = string.Concat(Enumerable.Range(0, 40).Select(n => $"fragment F{n} on Node {{ a: node {{ ...F{n + 1} }} b: node {{ ...F{n + 1} }} }} "));

        var refused = await AskAsync(server, $"{{ node {{ ...F0 }} }} {bomb} fragment F40 on Node {{ name }}");

        Assert.Equal("TOO_MANY_FRAGMENT_VISITS", Code(refused));
    }

    [Theory]
    [InlineData("same name side by side", 1_000)]
    [InlineData("under parents that are merged", 200)]
    [InlineData("by many fragments", 500)]
    public async Task Fields_of_one_name_are_refused_where_comparing_every_pair_would_take_too_long(string how, int count)
    {
        await using var server = await TransportServer.StartAsync();
        var document = how switch
        {
            "same name side by side" => $"{{ {Repeated(count, n => $"a: greeting(name: \"{n}\") ")}}}",
            "under parents that are merged" => $"{{ {Repeated(count, _ => "node { name } ")}}}",
            _ => $"{{ node {{ {Repeated(count, n => $"...F{n} ")}}} }} {Repeated(count, n => $"fragment F{n} on Node {{ name }} ")}",
        };

        var refused = await AskAsync(server, document);

        var expected = how == "under parents that are merged" ? count * (count - 1L) : count * (count - 1L) / 2;
        AssertRefused(refused, "TOO_MANY_FIELD_MERGES", "Gateway:MaxFieldMerges", 10_000, expected);
    }

    [Fact]
    public async Task Of_a_document_with_very_many_faults_the_first_hundred_are_told()
    {
        await using var server = await TransportServer.StartAsync();

        var answer = await AskAsync(server, $"{{ {Repeated(2_000, n => $"nothing{n} ")}}}");

        Assert.Equal(100, answer.GetProperty("errors").GetArrayLength());
    }

    [Fact]
    public async Task Fragments_in_a_circle_are_an_error_of_the_document()
    {
        await using var server = await TransportServer.StartAsync();

        var refused = await AskAsync(server, "{ node { ...A } } fragment A on Node { node { ...B } } fragment B on Node { node { ...A } }");

        Assert.Equal("GRAPHQL_VALIDATION_FAILED", Code(refused));
    }

    [Fact]
    public async Task A_document_of_too_many_characters_or_tokens_is_refused_unparsed()
    {
        await using var server = await TransportServer.StartAsync(options => (options.MaxDocumentCharacters, options.MaxTokens) = (1_000, 100));

        AssertRefused(await AskAsync(server, "{ greeting }" + new string(' ', 1_000)), "DOCUMENT_TOO_LARGE", "Gateway:MaxDocumentCharacters", 1_000, 1_012);
        AssertRefused(await AskAsync(server, "{" + string.Concat(Enumerable.Repeat("a ", 100)) + "}"), "DOCUMENT_TOO_LARGE", "Gateway:MaxTokens", 100, 101);
    }

    [Fact]
    public async Task The_depth_counts_what_is_included_also_of_a_document_that_is_already_known()
    {
        await using var server = await TransportServer.StartAsync(options => options.MaxDepth = 2);
        const string query = "query ($deeper: Boolean!) { node { name node @include(if: $deeper) { name } } }";

        Assert.False((await AskAsync(server, query, new { deeper = false })).TryGetProperty("errors", out _));
        AssertRefused(await AskAsync(server, query, new { deeper = true }), "QUERY_TOO_DEEP", "Gateway:MaxDepth", 2, 3);
    }

    [Fact]
    public async Task What_is_parsed_and_nests_too_deep_to_be_run_is_refused_by_its_depth()
    {
        await using var server = await TransportServer.StartAsync();
        var selections = string.Concat(Enumerable.Repeat("{ node ", 198)) + "{ name }" + new string('}', 198);

        AssertRefused(await AskAsync(server, selections), "QUERY_TOO_DEEP", "Gateway:MaxDepth", 24, 199);
    }

    private static void AssertRefused(JsonElement answer, string code, string setting, long limit, long value)
    {
        var error = answer.GetProperty("errors")[0];
        var extensions = error.GetProperty("extensions");
        Assert.Equal(
            (code, setting, limit, value),
            (extensions.GetProperty("code").GetString(), extensions.GetProperty("setting").GetString(),
                extensions.GetProperty("limit").GetInt64(), extensions.GetProperty("value").GetInt64()));
        Assert.Contains(setting, error.GetProperty("message").GetString());
        Assert.False(answer.TryGetProperty("data", out _));
    }

    private static string Repeated(int count, Func<int, string> part) => string.Concat(Enumerable.Range(0, count).Select(part));

    private static string? Code(JsonElement answer) =>
        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();

    private static async Task<JsonElement> AskAsync(TransportServer server, string query, object? variables = null)
    {
        using var answer = await server.Http.PostAsJsonAsync("", new { query, variables }, TestContext.Current.CancellationToken);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }
}
