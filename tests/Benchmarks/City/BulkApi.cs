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
        lines.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        using var answer = await http.PostAsync(new Uri($"/ingest/{kind}?submission={submission}", UriKind.Relative), lines);
        var text = (await answer.Content.ReadAsStringAsync()).TrimEnd();
        using var summary = JsonDocument.Parse(text[(text.LastIndexOf('\n') + 1)..]);
        if (!summary.RootElement.TryGetProperty("summary", out var told))
            throw new InvalidOperationException(text);
        var accepted = told.GetProperty("accepted").GetInt64();
        if (accepted != count)
            throw new InvalidOperationException($"{accepted} of {count} lines of {kind} were accepted.");
    }
}
