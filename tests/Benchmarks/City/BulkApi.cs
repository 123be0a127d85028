using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace EduAnalytics.Benchmarks.City;

/// <summary>The system's bulk API, where everything that is sent must be new and must be kept.</summary>
internal sealed class BulkApi(HttpClient http)
{
    /// <summary>The city that the benchmarks fill.</summary>
    public const string City = "bench-city";

    private const int MostTries = 20;

    public static string DistrictCode(int district) => string.Create(CultureInfo.InvariantCulture, $"bench-{district}");

    public static string SchoolCode(int school) => string.Create(CultureInfo.InvariantCulture, $"bench-s{school:000}");

    /// <summary>Registers the city; school n belongs to district n modulo their number.</summary>
    public Task Register(int districts, int schools)
    {
        var units = new StringBuilder();
        units.AppendLine($$"""{"code":"{{City}}","name":"bench","level":"CITY","synthetic":true}""");
        for (var district = 0; district < districts; district++)
            units.AppendLine(CultureInfo.InvariantCulture, $$"""{"code":"{{DistrictCode(district)}}","name":"d{{district}}","level":"DISTRICT","parent":"{{City}}","synthetic":true}""");
        for (var school = 0; school < schools; school++)
            units.AppendLine(CultureInfo.InvariantCulture, $$"""{"code":"{{SchoolCode(school)}}","name":"s{{school}}","level":"SCHOOL","parent":"{{DistrictCode(school % districts)}}","stages":["PRIMARY"],"synthetic":true}""");
        return Send("org-units", "bench-units", Encoding.UTF8.GetBytes(units.ToString()), 1 + districts + schools);
    }

    public async Task Send(string kind, string submission, byte[] lines, long count)
    {
        using var content = new ByteArrayContent(lines);
        await Send(kind, submission, content, count);
    }

    /// <summary>Sends a stream of lines.</summary>
    /// <exception cref="InvalidOperationException">Not as many as given were kept.</exception>
    public async Task Send(string kind, string submission, HttpContent lines, long count)
    {
        var (accepted, _, _) = await Offer(kind, submission, lines);
        if (accepted != count)
            throw new InvalidOperationException($"{accepted} of {count} lines of {kind} were accepted.");
    }

    /// <summary>Sends lines as a sender does while silos change: again under the same name, until all of them are known.</summary>
    /// <returns>What was answered to the first line that had to be sent again; null where none had to.</returns>
    /// <exception cref="InvalidOperationException">Some are not known after many tries.</exception>
    public async Task<string?> SendUntilKnown(string kind, string submission, byte[] lines, long count)
    {
        string? sentAgain = null;
        for (var tries = 0; tries < MostTries; tries++)
        {
            using var content = new ByteArrayContent(lines);
            var (accepted, duplicate, text) = await Offer(kind, submission, content);
            if (accepted + duplicate == count)
                return sentAgain;
            sentAgain ??= text.Split('\n').FirstOrDefault(line => line.Contains("\"code\"", StringComparison.Ordinal)) ?? text;
        }

        throw new InvalidOperationException($"Not all of {count} lines of {kind} are known after {MostTries} tries; the first answer: {sentAgain}");
    }

    private async Task<(long Accepted, long Duplicate, string Text)> Offer(string kind, string submission, HttpContent lines)
    {
        lines.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        using var answer = await http.PostAsync(new Uri($"/ingest/{kind}?submission={submission}", UriKind.Relative), lines);
        var text = (await answer.Content.ReadAsStringAsync()).TrimEnd();
        using var summary = JsonDocument.Parse(text[(text.LastIndexOf('\n') + 1)..]);
        if (!summary.RootElement.TryGetProperty("summary", out var told))
            throw new InvalidOperationException(text);
        return (told.GetProperty("accepted").GetInt64(), told.GetProperty("duplicate").GetInt64(), text);
    }
}
