using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace EduAnalytics.Benchmarks.Ingest;

/// <summary>A city of many schools in a running system, and the enrolment of ever new students at them.</summary>
internal sealed class BenchCity(HttpClient http)
{
    public const string City = "bench-city";
    public const int LinesPerSchool = 1_000;
    private const int Districts = 10;
    private const int Schools = 500;

    private long students;
    private int school;
    private int streams;

    public async Task Register()
    {
        var units = new StringBuilder();
        units.AppendLine($$"""{"code":"{{City}}","name":"bench","level":"CITY","synthetic":true}""");
        for (var district = 0; district < Districts; district++)
            units.AppendLine(CultureInfo.InvariantCulture, $$"""{"code":"bench-{{district}}","name":"d{{district}}","level":"DISTRICT","parent":"{{City}}","synthetic":true}""");
        for (var number = 0; number < Schools; number++)
            units.AppendLine(CultureInfo.InvariantCulture, $$"""{"code":"{{SchoolCode(number)}}","name":"s{{number}}","level":"SCHOOL","parent":"bench-{{number % Districts}}","stages":["PRIMARY"],"synthetic":true}""");
        var accepted = await Send("org-units", Encoding.UTF8.GetBytes(units.ToString()));
        if (accepted != 1 + Districts + Schools)
            throw new InvalidOperationException($"The bench's schools were not registered: {accepted} of {1 + Districts + Schools}.");
    }

    /// <summary>So many new students, school after school.</summary>
    public byte[] NextEvents(int count)
    {
        var lines = new StringBuilder(count * 128);
        for (var i = 0; i < count; i++)
        {
            if (i % LinesPerSchool == 0)
                school = (school + 1) % Schools;
            lines.Append(
                CultureInfo.InvariantCulture,
                $$"""{"school":"{{SchoolCode(school)}}","student":"b-{{students++:00000000}}","kind":"ENROLLED","date":"2024-09-01","grade":{{1 + (i % 6)}},"sex":"{{(i % 2 == 0 ? "MALE" : "FEMALE")}}"}""").Append('\n');
        }

        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    /// <summary>Sends enrolment lines as one stream; all of them must be new.</summary>
    public async Task Enrol(byte[] lines, int count)
    {
        var accepted = await Send("enrolment", lines);
        if (accepted != count)
            throw new InvalidOperationException($"{accepted} of {count} lines were accepted.");
    }

    /// <summary>So many fitness results of ever new students, a few at each of many schools.</summary>
    public byte[] NextResults(int count, int perSchool)
    {
        var lines = new StringBuilder(count * 128);
        for (var i = 0; i < count; i++)
        {
            if (i % perSchool == 0)
                school = (school + 1) % Schools;
            lines.Append(
                CultureInfo.InvariantCulture,
                $$"""{"school":"{{SchoolCode(school)}}","student":"f-{{students++:00000000}}","testedOn":"2024-10-09","grade":{{1 + (i % 6)}},"sex":"MALE","score":{{70 + (i % 30)}}}""").Append('\n');
        }

        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    /// <summary>Sends fitness results as one stream; all of them must be new.</summary>
    public async Task Test(byte[] lines, int count)
    {
        var accepted = await Send("fitness", lines);
        if (accepted != count)
            throw new InvalidOperationException($"{accepted} of {count} lines were accepted.");
    }

    private static string SchoolCode(int number) => string.Create(CultureInfo.InvariantCulture, $"bench-s{number:000}");

    private async Task<int> Send(string kind, byte[] lines)
    {
        using var content = new ByteArrayContent(lines);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        using var answer = await http.PostAsync(new Uri($"/ingest/{kind}?submission=bench-{Interlocked.Increment(ref streams)}", UriKind.Relative), content);
        var text = (await answer.Content.ReadAsStringAsync()).TrimEnd();
        using var summary = JsonDocument.Parse(text[(text.LastIndexOf('\n') + 1)..]);
        return summary.RootElement.TryGetProperty("summary", out var told)
            ? told.GetProperty("accepted").GetInt32()
            : throw new InvalidOperationException(text);
    }
}
