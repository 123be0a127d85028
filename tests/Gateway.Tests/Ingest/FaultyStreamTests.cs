using System.Net;
using System.Text.Json.Nodes;
using EduAnalytics.Gateway.Tests.Schema;
using static EduAnalytics.Gateway.Tests.Ingest.IngestClient;

namespace EduAnalytics.Gateway.Tests.Ingest;

public sealed class FaultyStreamTests(EduServer server) : IClassFixture<EduServer>
{
    private const string Middle = "230404-no12-middle";
    private const string Primary = "230404-yifu-primary";

    [Theory]
    [InlineData("\"date\":\"1 March\"", "BAD_DATE", "date", "date is \"1 March\"; a date such as \"2024-05-22\" was expected.")]
    [InlineData("\"kind\":\"LEFT\"", "BAD_VALUE", "kind", "kind is \"LEFT\"; one of ENROLLED, DROPPED_OUT, RETURNED, TRANSFERRED_OUT, GRADUATED, DROPOUT_SUSPECTED, SUSPICION_CLEARED was expected.")]
    [InlineData("\"grade\":\"8\"", "BAD_VALUE", "grade", "grade is \"8\"; a whole number without quotes was expected.")]
    [InlineData("\"grade\":8.5", "BAD_VALUE", "grade", "grade is 8.5; a whole number without quotes was expected.")]
    [InlineData("\"student\":{\"id\":1}", "BAD_VALUE", "student", "student is an object; a text in quotes was expected.")]
    [InlineData("\"garde\":8", "BAD_VALUE", "garde", "There is no field 'garde'; the fields are school, student, kind, date, grade, sex, reason.")]
    public async Task A_field_that_cannot_be_read_is_named_with_what_stood_there_and_what_was_expected(
        string field, string code, string name, string message)
    {
        var good = JsonNode.Parse(Enrolled(Middle, "x"))!.AsObject();
        good.Remove(name);
        var line = good.ToJsonString()[..^1] + $",{field}}}";

        var answers = await server.Ingest("enrolment", "field", Enrolled(Primary, "p").Replace("8", "3", StringComparison.Ordinal), line);

        var error = answers.Of(Middle).Error();
        Assert.Equal((code, 2, name), (error.GetProperty("code").GetString(), error.GetProperty("line").GetInt32(), error.GetProperty("field").GetString()));
        Assert.Equal(message, error.GetProperty("message").GetString());
        Assert.Equal(0, answers.Of(Primary).GetProperty("errors").GetArrayLength());
    }

    [Theory]
    [InlineData("enrolment", """{"school":"230404-no12-middle","student":"t1","kind":"ENROLLED","date":"2024-03-01","grade":8,"sex":"MALE","grade":9}""", "grade")]
    [InlineData("enrolment", """{"school":"230404-no12-middle","student":"t1","student":"t1","kind":"ENROLLED","date":"2024-03-01","grade":8,"sex":"MALE"}""", "student")]
    [InlineData("fitness", """{"school":"230404-no12-middle","student":"t1","testedOn":"2024-03-01","grade":8,"sex":"MALE","items":[{"item":"run50","value":8.2},{"item":"run50","value":8.2,"value":9.1}]}""", "items.value")]
    [InlineData("fitness", """{"school":"230404-no12-middle","student":"t1","testedOn":"2024-03-01","grade":8,"sex":"MALE","items":[{"item":"run50","value":8.2}],"items":[]}""", "items")]
    public async Task A_field_that_is_given_twice_is_refused_and_neither_value_taken(string kind, string line, string name)
    {
        var answers = await server.Ingest(kind, "twice", line);

        var error = answers.Of(Middle).Error();
        Assert.Equal(("BAD_VALUE", 1, name), (error.GetProperty("code").GetString(), error.GetProperty("line").GetInt32(), error.GetProperty("field").GetString()));
        Assert.Equal($"{name} is given twice; give it once.", error.GetProperty("message").GetString());
        Assert.Equal(0, answers.Of(Middle).GetProperty("accepted").GetInt32());
    }

    [Fact]
    public async Task A_line_that_names_two_schools_refuses_what_both_sent_and_no_other()
    {
        const string Other = "230404-nanshan-primary";
        var line = Enrolled(Middle, "both").Replace("\"student\"", $"\"school\":\"{Other}\",\"student\"", StringComparison.Ordinal);
        string InThirdGrade(string school, string student) => Enrolled(school, student).Replace("\"grade\":8", "\"grade\":3", StringComparison.Ordinal);

        var answers = await server.Ingest("enrolment", "two-schools", Enrolled(Middle, "a"), InThirdGrade(Other, "b"), InThirdGrade(Primary, "two-p"), line);

        foreach (var school in new[] { Middle, Other })
        {
            Assert.Equal(0, answers.Of(school).GetProperty("accepted").GetInt32());
            var error = answers.Of(school).Error();
            Assert.Equal((4, "school", "school is given twice; give it once."), (error.GetProperty("line").GetInt32(), error.GetProperty("field").GetString(), error.GetProperty("message").GetString()));
        }

        Assert.Equal(1, answers.Of(Primary).GetProperty("accepted").GetInt32());
    }

    [Theory]
    [InlineData("\"document\":\"B\"", "document")]
    [InlineData("\"section\":\"2\",\"section\":\"3\"", "section")]
    public async Task A_line_that_names_two_documents_refuses_all_that_its_unit_sent(string again, string field)
    {
        const string figure = """{"orgUnit":"230404","document":"A","code":"safety.major_incidents","period":"2021","value":0""";

        var answers = await server.Ingest("figures", $"two-documents-{field}", figure + "}", $"{figure},{again}}}");

        Assert.Equal(0, answers.Summary().GetProperty("accepted").GetInt32());
        Assert.All(answers.SkipLast(1), answer =>
        {
            Assert.Equal((2, field), (answer.Error().GetProperty("line").GetInt32(), answer.Error().GetProperty("field").GetString()));
            Assert.Equal($"{field} is given twice; give it once.", answer.Error().GetProperty("message").GetString());
        });
    }

    [Fact]
    public async Task A_missing_field_is_named()
    {
        var answers = await server.Ingest("enrolment", "missing", $$"""{"school":"{{Middle}}","kind":"ENROLLED","date":"2024-03-01"}""");

        Assert.Equal("The line has no student.", answers.Of(Middle).Error().GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_broken_line_refuses_its_schools_submission_and_no_other()
    {
        var answers = await server.Ingest(
            "enrolment", "broken", Enrolled(Middle, "b1"), Enrolled(Primary, "b2").Replace("8", "3", StringComparison.Ordinal), $$"""{"school":"{{Middle}}","student":"b3","kind":""");

        Assert.Equal(("MALFORMED_LINE", 3), (answers.Of(Middle).Error().GetProperty("code").GetString(), answers.Of(Middle).Error().GetProperty("line").GetInt32()));
        Assert.Equal(1, answers.Of(Primary).GetProperty("accepted").GetInt32());
    }

    [Theory]
    [InlineData("no JSON at all")]
    [InlineData("[1,2]")]
    [InlineData("""{"student":"c2","kind":"ENROLLED","date":"2024-03-01"}""")]
    public async Task A_line_that_may_be_anyones_refuses_all_up_to_the_next_empty_line(string line)
    {
        var answers = await server.Ingest("enrolment", "anyone", Enrolled(Middle, "c1"), line, "", Enrolled(Middle, "c3"));

        Assert.Equal(2, answers[0].Error().GetProperty("line").GetInt32());
        Assert.Equal(0, answers[0].GetProperty("accepted").GetInt32());
        Assert.Equal(0, answers[1].GetProperty("errors").GetArrayLength());
    }

    [Fact]
    public async Task A_line_that_never_ends_breaks_the_stream_off_and_says_so()
    {
        var answers = await server.Ingest("enrolment", "endless", Enrolled(Middle, "d1"), "", Enrolled(Middle, new string('x', 70_000)));

        Assert.Equal(1, answers.Summary().GetProperty("accepted").GetInt32());
        Assert.False(answers.Summary().GetProperty("complete").GetBoolean());
        Assert.Equal(3, answers.Summary().Error().GetProperty("line").GetInt32());
        Assert.Equal("The line has more than 65536 bytes; the stream was not read on.", answers.Summary().Error().GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_figure_whose_document_is_lost_refuses_all_of_its_units_figures()
    {
        const string figure = """{"orgUnit":"230404","document":"年报","code":"safety.major_incidents","period":"2021","value":0}""";

        var answers = await server.Ingest("figures", "lost", figure, """{"orgUnit":"230404","docu""");

        Assert.Equal(2, answers.Summary().GetProperty("submissionsRefused").GetInt32());
        Assert.Equal(0, answers.Summary().GetProperty("accepted").GetInt32());
    }

    [Theory]
    [InlineData("/ingest/enrolment?submission=a", "text/plain", HttpStatusCode.UnsupportedMediaType, "application/x-ndjson")]
    [InlineData("/ingest/enrolment", "application/x-ndjson", HttpStatusCode.BadRequest, "Name the stream")]
    [InlineData("/ingest/enrolment?submission=a&lines=0", "application/x-ndjson", HttpStatusCode.BadRequest, "1 to 10000; '0' was given")]
    public async Task A_request_that_cannot_be_a_stream_is_refused_before_its_first_line(string path, string mediaType, HttpStatusCode status, string says)
    {
        var (given, answers) = await server.Send(path, Enrolled(Middle, "never"), mediaType);

        Assert.Equal(status, given);
        Assert.Contains(says, Assert.Single(answers).Error().GetProperty("message").GetString(), StringComparison.Ordinal);
    }
}
