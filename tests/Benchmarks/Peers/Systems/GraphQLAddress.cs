using System.Net.Http.Json;
using System.Text.Json;
using EduAnalytics.Benchmarks.Gateway;

namespace EduAnalytics.Benchmarks.Peers.Systems;

/// <summary>A GraphQL server's address, asked by POST.</summary>
internal sealed class GraphQLAddress(HttpClient http, string path, string directory)
{
    private static readonly JsonSerializerOptions wire = new(JsonSerializerDefaults.Web);

    public static string Body(string query, object? variables = null) => JsonSerializer.Serialize(new { query, variables }, wire);

    /// <returns>The answer's <c>data</c>.</returns>
    /// <exception cref="InvalidOperationException">The answer has errors.</exception>
    public async Task<JsonElement> Ask(string body)
    {
        using var content = new StringContent(body, null, "application/json");
        using var response = await http.PostAsync(new Uri(path, UriKind.Relative), content);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        return answer.TryGetProperty("errors", out var errors) ? throw new InvalidOperationException($"{errors}") : answer.GetProperty("data");
    }

    /// <param name="isEverNew">Each request is another one, so that no answer can be given twice.</param>
    public Task<Load> Ask(string body, bool isEverNew, int connections, int seconds) => Wrk.Run(
        new Uri(http.BaseAddress!, path),
        isEverNew ? Scripts.WriteEverNew(directory, body) : Scripts.WriteSame(directory, body),
        seconds,
        connections);
}
