using System.Globalization;
using System.Text;
using EduAnalytics.Benchmarks.City;

namespace EduAnalytics.Benchmarks.Ingest;

/// <summary>A city of many schools in a running system, and the enrolment of ever new students at them.</summary>
internal sealed class BenchCity(HttpClient http)
{
    public const int LinesPerSchool = 1_000;
    private const int Districts = 10;
    private const int Schools = 500;

    private readonly BulkApi bulk = new(http);
    private long students;
    private int school;
    private int streams;

    public Task Register() => bulk.Register(Districts, Schools);

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
                $$"""{"school":"{{BulkApi.SchoolCode(school)}}","student":"b-{{students++:00000000}}","kind":"ENROLLED","date":"2024-09-01","grade":{{1 + (i % 6)}},"sex":"{{(i % 2 == 0 ? "MALE" : "FEMALE")}}"}""").Append('\n');
        }

        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    /// <summary>Sends enrolment lines as one stream; all of them must be new.</summary>
    public Task Enrol(byte[] lines, int count) => Send("enrolment", lines, count);

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
                $$"""{"school":"{{BulkApi.SchoolCode(school)}}","student":"f-{{students++:00000000}}","testedOn":"2024-10-09","grade":{{1 + (i % 6)}},"sex":"MALE","score":{{70 + (i % 30)}}}""").Append('\n');
        }

        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    /// <summary>Sends fitness results as one stream; all of them must be new.</summary>
    public Task Test(byte[] lines, int count) => Send("fitness", lines, count);

    private Task Send(string kind, byte[] lines, int count) =>
        bulk.Send(kind, $"bench-{Interlocked.Increment(ref streams)}", lines, count);
}
