using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using EduAnalytics.Gateway.Tests.Schema;

namespace EduAnalytics.Gateway.Tests.Ingest;

/// <summary>Sends streams to the bulk API as any client would.</summary>
internal static class IngestClient
{
    /// <summary>All answers of a stream that must have been begun; the last is the summary.</summary>
    public static async Task<List<JsonElement>> Ingest(this EduServer server, string kind, string name, params string[] lines)
    {
        var (status, answers) = await server.Send($"/ingest/{kind}?submission={name}", string.Join('\n', lines));
        Assert.Equal(HttpStatusCode.OK, status);
        return answers;
    }

    public static async Task<(HttpStatusCode Status, List<JsonElement> Answers)> Send(
        this EduServer server, string path, string body, string mediaType = "application/x-ndjson")
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        using var answer = await server.Http.PostAsync(new Uri(server.Address, path), content, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (answer.StatusCode, [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))]);
    }

    public static JsonElement Summary(this List<JsonElement> answers) => answers[^1].GetProperty("summary");

    public static JsonElement Of(this List<JsonElement> answers, string school) =>
        Assert.Single(answers, answer => answer.TryGetProperty("school", out var named) && named.GetString() == school);

    public static JsonElement Error(this JsonElement answer) => answer.GetProperty("errors").EnumerateArray().First();

    public static string Enrolled(string school, string student, string date = "2024-03-01") =>
        $$"""{"school":"{{school}}","student":"{{student}}","kind":"ENROLLED","date":"{{date}}","grade":8,"sex":"MALE"}""";
}
