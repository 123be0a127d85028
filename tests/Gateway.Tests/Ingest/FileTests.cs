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
    public async Task A_figure_out_of_a_file_names_the_file_and_its_row_and_the_file_renamed_brings_nothing_new()
    {
        const string file = "单位,指标,年份,数值\n向阳区,safety.food_incidents,2019,0\n向阳区,safety.food_incidents,2018,2\n";

        await Post(file, null, "incidents.csv", ("send", "true"), ("document", "年报"));
        var again = (await Post(file, null, "renamed.csv", ("send", "true"), ("document", "年报"))).Answers[^1].GetProperty("progress");

        Assert.Equal(2, again.GetProperty("duplicate").GetInt32());
        Assert.Equal(("incidents.csv", 3), await PlaceOf("safety.food_incidents", "2018"));
    }

    [Fact]
    public async Task A_figure_out_of_a_stream_names_the_stream_and_its_line_unless_it_names_a_file_itself()
    {
        const string figure = """{"orgUnit":"230402","document":"年报","code":"safety.major_incidents","period":"2016","value":1""";

        await server.Ingest("figures", "placed", figure.Replace("2016", "2015", StringComparison.Ordinal) + "}", figure + "}");
        Assert.Equal(("placed", 2), await PlaceOf("safety.major_incidents", "2016"));

        await server.Ingest("figures", "placed-again", figure + ",\"file\":\"return.xlsx\",\"line\":40}");
        Assert.Equal(("return.xlsx", 40), await PlaceOf("safety.major_incidents", "2016"));

        var half = await server.Ingest("figures", "placed-half", figure + ",\"file\":\"return.xlsx\"}");
        Assert.Equal("line", half[0].Error().GetProperty("field").GetString());
    }

    [Fact]
    public async Task A_mapping_that_cannot_be_read_is_told_by_line() => Assert.Equal(
        "mapping:1: 'kind' is 'x'; expected: figures, enrolment, fitness, orgUnits",
        Assert.Single((await Post(Roll, ("mapping", "kind: x"))).Answers).GetProperty("refusal")[0].GetString());

    [Fact]
    public async Task A_foreign_page_may_not_make_a_browser_send_a_file()
    {
        var (status, answers) = await Post(Roll, "https://elsewhere.example", "roll.csv");

        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains("https://elsewhere.example", Assert.Single(answers).Error().GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private async Task<(string? File, int Line)> PlaceOf(string indicator, string period)
    {
        var data = await server.DataAsync($$"""
            { orgUnit(id: "230402") { value(indicator: "{{indicator}}", period: "{{period}}") { explanation { sources { file line } } } } }
            """);
        var source = Assert.Single(data.GetProperty("orgUnit").GetProperty("value").GetProperty("explanation").GetProperty("sources").EnumerateArray());
        return (source.GetProperty("file").GetString(), source.GetProperty("line").GetInt32());
    }

    private Task<(HttpStatusCode Status, List<JsonElement> Answers)> Post(string text, params (string Name, string Value)[] fields) => Post(text, null, "roll.csv", fields);

    private async Task<(HttpStatusCode Status, List<JsonElement> Answers)> Post(string text, string? origin, string name, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", name } };
        foreach (var (field, value) in fields)
            form.Add(new StringContent(value), field);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Address, "/import")) { Content = form };
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        using var answer = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var lines = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (answer.StatusCode, [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))]);
    }
}
