using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace EduAnalytics.Cluster.Tests;

/// <summary>A program that asks one gateway, or the dashboard that passes its questions on.</summary>
internal sealed class GatewayClient : IDisposable
{
    private readonly HttpClient http;

    /// <param name="token">Null where nobody need sign in.</param>
    public GatewayClient(Uri address, string? token = null)
    {
        http = new HttpClient { BaseAddress = address };
        if (token is not null)
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>The whole answer to a request by POST, errors and all.</summary>
    public async Task<JsonElement> Answer(string query, object? variables = null)
    {
        using var response = await http.PostAsJsonAsync("/graphql", new { query, variables });
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The same by GET, which whoever passes it on may repeat.</summary>
    public async Task<JsonElement> AnswerByGet(string query, object variables) => await http.GetFromJsonAsync<JsonElement>(
        $"/graphql?query={Uri.EscapeDataString(query)}&variables={Uri.EscapeDataString(JsonSerializer.Serialize(variables))}");

    /// <summary>A page, as a browser without scripts has it.</summary>
    public Task<string> Page(string address) => http.GetStringAsync(new Uri(address, UriKind.Relative));

    /// <summary>An answer's <c>data</c>; errors fail the test.</summary>
    public async Task<JsonElement> Query(string query, object? variables = null)
    {
        var answer = await Answer(query, variables);
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data");
    }

    /// <summary>The <c>data</c> of each event of a subscription, over server-sent events.</summary>
    public async IAsyncEnumerable<JsonElement> Subscribe(
        string query, object? variables = null, [EnumeratorCancellation] CancellationToken ending = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables }) };
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ending);
        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}");
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(ending));
        while (await lines.ReadLineAsync(ending) is { } line)
        {
            if (!line.StartsWith("data: ", StringComparison.Ordinal))
                continue;
            var answer = JsonSerializer.Deserialize<JsonElement>(line["data: ".Length..]);
            Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
            yield return answer.GetProperty("data");
        }
    }

    /// <summary>Sends lines to the bulk API.</summary>
    public async Task<string> Ingest(string kind, string submission, params string[] lines)
    {
        using var content = new StringContent(string.Join('\n', lines) + "\n", Encoding.UTF8, "application/x-ndjson");
        using var answer = await http.PostAsync(new Uri($"/ingest/{kind}?submission={submission}", UriKind.Relative), content);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return text;
    }

    public void Dispose() => http.Dispose();
}
