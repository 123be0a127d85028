using System.Net;
using System.Text;
using System.Text.Json;
using EduAnalytics.Gateway.Tests.Schema;

namespace EduAnalytics.Gateway.Tests.Ingest;

public sealed class FileTests(EduServer server) : IClassFixture<EduServer>
{
    private const string Roll = "学校,学生,变动类型,日期,年级\n第十二中学,f-1,入学,2024-09-02,7\n第十二中学,f-2,入学,2024-09-02,8\n";

    [Fact]
    public async Task A_file_is_checked_and_nothing_of_it_is_sent()
    {
        var report = Assert.Single((await Post(Roll)).Answers).GetProperty("report");

        Assert.Equal(("ENROLMENT", 2), (report.GetProperty("kind").GetString(), report.GetProperty("lines").GetInt32()));
        Assert.True(report.GetProperty("clean").GetBoolean());
        Assert.Equal("230404-no12-middle", report.GetProperty("preview")[0].GetProperty("fields")[0].GetProperty("value").GetString());
    }

    [Fact]
    public async Task A_file_is_sent_once_and_a_second_time_changes_nothing()
    {
        var file = Roll.Replace("f-", "once-", StringComparison.Ordinal);

        var first = (await Post(file, ("send", "true"))).Answers[^1].GetProperty("progress");
        var again = (await Post(file, ("send", "true"))).Answers[^1].GetProperty("progress");

        Assert.Equal((2, 0, true), (first.GetProperty("accepted").GetInt32(), first.GetProperty("duplicate").GetInt32(), first.GetProperty("complete").GetBoolean()));
        Assert.Equal((0, 2), (again.GetProperty("accepted").GetInt32(), again.GetProperty("duplicate").GetInt32()));
    }

    [Fact]
    public async Task A_file_with_a_problem_sends_nothing_unless_its_bad_rows_are_left_out()
    {
        var file = Roll.Replace("f-", "bad-", StringComparison.Ordinal) + "火星中学,bad-3,入学,2024-09-02,8\n";

        var report = Assert.Single((await Post(file, ("send", "true"))).Answers).GetProperty("report");
        var problem = report.GetProperty("problems")[0];
        Assert.Equal(("UNKNOWN_ORG_UNIT", 4, "1", "火星中学"), (
            problem.GetProperty("fault").GetString(), problem.GetProperty("row").GetInt32(), problem.GetProperty("column").GetString(), problem.GetProperty("given").GetString()));
        var sent = (await Post(file, ("send", "true"), ("skipBadRows", "true"))).Answers[^1].GetProperty("progress");
        Assert.Equal(2, sent.GetProperty("accepted").GetInt32());
    }

    [Fact]
    public async Task What_the_school_refuses_is_told_with_the_files_row()
    {
        var progress = (await Post("学校,学生,变动类型,日期\n第十二中学,nobody,辍学,2024-09-02\n", ("send", "true"))).Answers[^1].GetProperty("progress");

        Assert.Equal("row 2: Student nobody is not on the roll.", progress.GetProperty("refusals")[0].GetString());
        Assert.Equal(1, progress.GetProperty("refused").GetInt32());
    }

    [Fact]
    public async Task A_mapping_that_cannot_be_read_is_told_by_line() => Assert.Equal(
        "mapping:1: 'kind' is 'x'; expected: figures, enrolment, fitness, orgUnits",
        Assert.Single((await Post(Roll, ("mapping", "kind: x"))).Answers).GetProperty("refusal")[0].GetString());

    [Fact]
    public async Task A_foreign_page_may_not_make_a_browser_send_a_file()
    {
        var (status, answers) = await Post(Roll, origin: "https://elsewhere.example");

        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains("https://elsewhere.example", Assert.Single(answers).Error().GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private Task<(HttpStatusCode Status, List<JsonElement> Answers)> Post(string text, params (string Name, string Value)[] fields) => Post(text, null, fields);

    private async Task<(HttpStatusCode Status, List<JsonElement> Answers)> Post(string text, string? origin, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", "roll.csv" } };
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), name);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Address, "/import")) { Content = form };
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        using var answer = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var lines = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (answer.StatusCode, [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))]);
    }
}
