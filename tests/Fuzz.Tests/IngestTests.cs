using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using CsCheck;

namespace EduAnalytics.Fuzz.Tests;

/// <summary>Bulk lines and table files as they come out of broken programs.</summary>
public sealed class IngestTests(FuzzedSystem fuzzed)
{
    private static readonly (string Kind, string Lines)[] streams =
    [
        ("enrolment", """
            {"school":"230404-no12-middle","student":"z1","kind":"ENROLLED","date":"2024-03-01","grade":8,"sex":"MALE"}
            {"school":"230404-no12-middle","student":"z1","kind":"DROPPED_OUT","date":"2024-04-01","reason":"随父母外出"}
            """),
        ("fitness", """
            {"school":"230404-no12-middle","student":"z1","grade":8,"sex":"FEMALE","period":"2024","date":"2024-10-10","heightCm":160.5,"weightKg":48,"vitalCapacityMl":2800,"sprint50mS":8.9}
            """),
        ("figures", """
            {"orgUnit":"230404","code":"students.enrolled","period":"2024","stage":"PRIMARY","value":530,"document":"年报","section":"表 1","quote":"530 人"}
            """),
        ("org-units", """
            {"id":"230404-fuzz","name":"测试学校","nameEn":"Fuzz","level":"SCHOOL","parent":"230404","stages":["PRIMARY"]}
            """),
    ];

    private static readonly string[] tables =
    [
        "学校,学生,变动类型,日期,年级\n第十二中学,f-1,入学,2024-09-02,7\n第十二中学,f-2,辍学,2024-10-02,8\n",
        "指标,年份,学段,数值\nstudents.enrolled,2024,小学,530\n辍学学生数,2024,初中,3\n",
        "school;student;grade;sex;height;weight;period\n230404-no12-middle;f-1;8;F;160,5;48;2024\n",
    ];

    [Fact]
    public async Task A_spoilt_stream_of_lines_is_answered_line_by_line_or_refused_whole()
    {
        var sent = Gen.Int[0, streams.Length - 1].SelectMany(which => Spoilt.Of(streams[which].Lines).Select(lines => (streams[which].Kind, Lines: lines)));
        var number = 0;
        await sent.SampleAsync(
            async given =>
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"fuzz-{Interlocked.Increment(ref number)}");
                using var request = new HttpRequestMessage(HttpMethod.Post, $"/ingest/{given.Kind}?submission={id}") { Content = new ByteArrayContent(given.Lines) };
                request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
                await fuzzed.AssertAnswered(request);
            },
            iter: Spoilt.Tries,
            threads: 2,
            print: given => $"{given.Kind}: {Spoilt.Show(given.Lines)}");
        await fuzzed.AssertServes();
    }

    [Fact]
    public async Task A_spoilt_table_is_reported_on()
    {
        await Spoilt.Of(tables).SampleAsync(table => PostFile("table.csv", table, mapping: null), iter: Spoilt.Tries / 2, threads: 2, print: Spoilt.Show);
        await fuzzed.AssertServes();
    }

    [Fact]
    public async Task A_spoilt_workbook_is_too()
    {
        using var answer = await fuzzed.System.Http.GetAsync(
            new Uri("/export/comparison.xlsx?childrenOf=230400&indicators=dropout.rate&from=2023&to=2024", UriKind.Relative), TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        var workbook = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        await Spoilt.Of([workbook]).SampleAsync(file => PostFile("table.xlsx", file, mapping: null), iter: Spoilt.Tries / 4, threads: 2, print: Convert.ToHexString);
        await fuzzed.AssertServes();
    }

    [Fact]
    public async Task A_spoilt_mapping_is_too()
    {
        var mappings = Spoilt.Of("kind: enrolment\ncolumns:\n  学校: school\n  学生: student\n  变动类型: { to: kind, values: { 入学: ENROLLED } }\n  日期: { to: date, format: yyyy-MM-dd }\n");
        await mappings.SampleAsync(
            mapping => PostFile("table.csv", Encoding.UTF8.GetBytes(tables[0]), mapping), iter: Spoilt.Tries / 2, threads: 2, print: Spoilt.Show);
        await fuzzed.AssertServes();
    }

    private async Task PostFile(string name, byte[] content, byte[]? mapping)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", name }, { new StringContent("230404"), "orgUnit" } };
        if (mapping is not null)
            form.Add(new ByteArrayContent(mapping), "mapping");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/import") { Content = form };
        await fuzzed.AssertAnswered(request);
    }
}
