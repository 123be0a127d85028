using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace EduAnalytics.Benchmarks.Gateway;

/// <summary>A city of ten districts, and ever more fitness results of five years at its schools.</summary>
internal sealed class LoadedCity(HttpClient http)
{
    public const string City = "bench-city";
    public const int FirstYear = 2020;
    public const int Years = 5;
    private const int Districts = 10;
    private const int Schools = 500;
    private const int LinesPerStream = 100_000;
    private const int LinesPerSchool = 1_000;

    private long lines;

    public async Task Register()
    {
        var units = new StringBuilder();
        units.AppendLine($$"""{"code":"{{City}}","name":"bench","level":"CITY","synthetic":true}""");
        for (var district = 0; district < Districts; district++)
            units.AppendLine(CultureInfo.InvariantCulture, $$"""{"code":"bench-{{district}}","name":"d{{district}}","level":"DISTRICT","parent":"{{City}}","synthetic":true}""");
        for (var school = 0; school < Schools; school++)
            units.AppendLine(CultureInfo.InvariantCulture, $$"""{"code":"{{CodeOf(school)}}","name":"s{{school}}","level":"SCHOOL","parent":"bench-{{school % Districts}}","stages":["PRIMARY"],"synthetic":true}""");
        await Send("org-units", Encoding.UTF8.GetBytes(units.ToString()), 1 + Districts + Schools);
    }

    /// <summary>Sends results until so many lie behind the city's figures.</summary>
    public async Task FillTo(long records)
    {
        while (lines < records)
        {
            var count = (int)Math.Min(LinesPerStream, records - lines);
            await Send("fitness", Encoding.UTF8.GetBytes(NextResults(count)), count);
        }
    }

    private string NextResults(int count)
    {
        var text = new StringBuilder(count * 112);
        for (var end = lines + count; lines < end; lines++)
        {
            var school = CodeOf((int)(lines / LinesPerSchool % Schools));
            text.Append(
                CultureInfo.InvariantCulture,
                $$"""{"school":"{{school}}","student":"f-{{lines / Years:00000000}}","testedOn":"{{FirstYear + (lines % Years)}}-10-09","grade":{{1 + (lines % Years)}},"sex":"MALE","score":{{50 + (lines % 50)}}}""").Append('\n');
        }

        return text.ToString();
    }

    private static string CodeOf(int school) => string.Create(CultureInfo.InvariantCulture, $"bench-s{school:000}");

    private async Task Send(string kind, byte[] body, int expected)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        using var answer = await http.PostAsync(new Uri($"/ingest/{kind}?submission=bench-{kind}-{lines}", UriKind.Relative), content);
        var text = (await answer.Content.ReadAsStringAsync()).TrimEnd();
        using var summary = JsonDocument.Parse(text[(text.LastIndexOf('\n') + 1)..]);
        if (!summary.RootElement.TryGetProperty("summary", out var told) || told.GetProperty("accepted").GetInt32() != expected)
            throw new InvalidOperationException(text);
    }
}
