using EduAnalytics.Gateway.Tests.Schema;
using static EduAnalytics.Gateway.Tests.Ingest.IngestClient;

namespace EduAnalytics.Gateway.Tests.Ingest;

public sealed class StreamTests(EduServer server) : IClassFixture<EduServer>
{
    private const string Middle = "230404-no12-middle";
    private const string Primary = "230404-yifu-primary";

    [Fact]
    public async Task Mixed_lines_become_one_submission_a_school_each_named_by_its_first_line()
    {
        var answers = await server.Ingest(
            "enrolment", "mixed", Enrolled(Middle, "m1"), EnrolledPrimary("m2"), Enrolled(Middle, "m3"), EnrolledPrimary("m4"));

        var middle = answers.Of(Middle);
        Assert.Equal(("mixed-1", 2), (middle.GetProperty("submissionId").GetString(), middle.GetProperty("accepted").GetInt32()));
        Assert.Equal("mixed-2", answers.Of(Primary).GetProperty("submissionId").GetString());
        Assert.True(middle.GetProperty("version").GetInt64() > 0);
        Assert.Equal(
            """{"complete":true,"lines":4,"accepted":4,"duplicate":0,"refused":0,"submissions":2,"submissionsRefused":0}""",
            answers.Summary().GetRawText());
    }

    [Fact]
    public async Task A_stream_sent_again_changes_nothing()
    {
        string[] lines = [Enrolled(Middle, "again-1"), EnrolledPrimary("again-2")];

        var first = await server.Ingest("enrolment", "again", lines);
        var second = await server.Ingest("enrolment", "again", lines);

        Assert.Equal(2, second.Summary().GetProperty("duplicate").GetInt32());
        Assert.Equal(0, second.Summary().GetProperty("accepted").GetInt32());
        Assert.Equal(first.Of(Middle).GetProperty("version").GetInt64(), second.Of(Middle).GetProperty("version").GetInt64());
    }

    [Fact]
    public async Task The_lines_of_a_school_are_cut_into_submissions_that_keep_their_order()
    {
        string[] lines =
        [
            Enrolled(Middle, "cut"),
            Step("cut", "DROPPED_OUT", "2024-04-01"),
            Step("cut", "RETURNED", "2024-05-01"),
            Step("cut", "DROPPED_OUT", "2024-06-01"),
            Step("cut", "RETURNED", "2024-07-01"),
        ];

        var (_, answers) = await server.Send("/ingest/enrolment?submission=cut&lines=1", string.Join('\n', lines));

        Assert.Equal(["cut-1", "cut-2", "cut-3", "cut-4", "cut-5"], answers.SkipLast(1).Select(answer => answer.GetProperty("submissionId").GetString()));
        Assert.Equal(5, answers.Summary().GetProperty("accepted").GetInt32());
    }

    [Fact]
    public async Task What_the_school_refuses_is_told_with_the_streams_line()
    {
        var answers = await server.Ingest("enrolment", "unknown-student", Enrolled(Middle, "r1"), EnrolledPrimary("r2"), Step("nobody", "DROPPED_OUT", "2024-04-01"));

        var error = answers.Of(Middle).Error();
        Assert.Equal(("NOT_ENROLLED", 3, "kind"), (error.GetProperty("code").GetString(), error.GetProperty("line").GetInt32(), error.GetProperty("field").GetString()));
        Assert.Equal(2, answers.Summary().GetProperty("refused").GetInt32());
        Assert.Equal(1, answers.Summary().GetProperty("accepted").GetInt32());
    }

    [Fact]
    public async Task A_school_that_does_not_exist_is_refused_and_the_others_go_on()
    {
        var answers = await server.Ingest("enrolment", "elsewhere", Enrolled("230404-nowhere", "e1"), Enrolled(Middle, "e2"));

        Assert.Equal("UNKNOWN_ORG_UNIT", answers.Of("230404-nowhere").Error().GetProperty("code").GetString());
        Assert.Equal(1, answers.Of(Middle).GetProperty("accepted").GetInt32());
    }

    [Fact]
    public async Task A_million_characters_of_lines_arrive_whole()
    {
        var lines = Enumerable.Range(0, 12_000).Select(student => Enrolled("230404-no12-middle", $"long-{student}")).ToArray();

        var answers = await server.Ingest("enrolment", "long", lines);

        Assert.Equal(12_000, answers.Summary().GetProperty("accepted").GetInt32());
        Assert.Equal(12, answers.Summary().GetProperty("submissions").GetInt32());
    }

    [Fact]
    public async Task Fitness_is_taken_by_score_and_by_items()
    {
        var answers = await server.Ingest(
            "fitness",
            "fitness",
            """{"school":"230404-yifu-primary","student":"f1","testedOn":"2024-10-09","grade":4,"sex":"MALE","score":89.5}""",
            """{"school":"230404-yifu-primary","student":"f2","testedOn":"2024-10-09","grade":4,"sex":"FEMALE","items":[{"item":"exempt","value":1}]}""");

        Assert.Equal(2, answers.Of(Primary).GetProperty("accepted").GetInt32());
    }

    [Fact]
    public async Task Figures_form_a_submission_for_each_document_and_section()
    {
        const string figure = """{"orgUnit":"230404","document":"年报","section":"一","code":"safety.major_incidents","period":"2023","value":0}""";

        var answers = await server.Ingest(
            "figures", "figures", figure, figure.Replace("2023", "2022", StringComparison.Ordinal), figure.Replace("一", "二", StringComparison.Ordinal));

        Assert.Equal(2, answers.Summary().GetProperty("submissions").GetInt32());
        Assert.Equal(3, answers.Summary().GetProperty("accepted").GetInt32());
    }

    private static string EnrolledPrimary(string student) => Enrolled(Primary, student).Replace("8", "3", StringComparison.Ordinal);

    private static string Step(string student, string kind, string date) =>
        $$"""{"school":"230404-no12-middle","student":"{{student}}","kind":"{{kind}}","date":"{{date}}"}""";
}
