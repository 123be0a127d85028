using System.Text.Json;

namespace EduAnalytics.Gateway.Tests.Schema;

public sealed class SubmissionTests(EduServer server) : IClassFixture<EduServer>
{
    private const string Enrol =
        "mutation ($input: RecordEnrolmentInput!) { recordEnrolment(input: $input) { submissionId accepted duplicate version errors { code message index field } } }";

    [Fact]
    public async Task A_submission_sent_again_is_a_duplicate_and_changes_nothing()
    {
        var input = new
        {
            submissionId = "enrol-1",
            school = "230404-yifu-primary",
            events = new[] { new { student = "s1", kind = "ENROLLED", date = "2024-03-01", grade = 3, sex = "FEMALE" } },
        };

        var first = (await server.DataAsync(Enrol, new { input })).GetProperty("recordEnrolment");
        var again = (await server.DataAsync(Enrol, new { input })).GetProperty("recordEnrolment");

        Assert.Equal("enrol-1", first.GetProperty("submissionId").GetString());
        Assert.Equal(1, first.GetProperty("accepted").GetInt32());
        Assert.False(first.GetProperty("duplicate").GetBoolean());
        Assert.True(again.GetProperty("duplicate").GetBoolean());
        Assert.Equal(first.GetProperty("version").GetInt32(), again.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task A_refused_submission_says_for_each_line_what_is_wrong_and_keeps_nothing()
    {
        var input = new
        {
            submissionId = "enrol-2",
            school = "230404-yifu-primary",
            events = new[]
            {
                new { student = "s2", kind = "ENROLLED", date = "2024-03-01" },
                new { student = "s3", kind = "ENROLLED", date = "1 March" },
            },
        };

        var refused = (await server.DataAsync(Enrol, new { input })).GetProperty("recordEnrolment");

        Assert.Equal(0, refused.GetProperty("accepted").GetInt32());
        Assert.Equal(JsonValueKind.Null, refused.GetProperty("version").ValueKind);
        Assert.Equal(
            """[{"code":"BAD_DATE","message":"'1 March' is no date; write 2024-05-22.","index":1,"field":"date"}]""",
            refused.GetProperty("errors").GetRawText());
    }

    [Fact]
    public async Task A_score_reaches_the_school_with_its_fraction()
    {
        const string record =
            """mutation { recordFitness(input: { submissionId: "fit-1", school: "230404-nanshan-primary", results: [{ student: "s9", testedOn: "2024-10-09", grade: 4, sex: MALE, score: 89.5 }] }) { accepted errors { code } } }""";

        var answer = (await server.DataAsync(record)).GetProperty("recordFitness");

        Assert.Equal("""{"accepted":1,"errors":[]}""", answer.GetRawText());
    }

    [Fact]
    public async Task Raw_items_of_a_whole_fitness_test_are_taken_in_place_of_a_score()
    {
        const string record = """
            mutation { recordFitness(input: { submissionId: "fit-2", school: "230404-nanshan-primary", results: [{
              student: "s9", testedOn: "2024-10-10", grade: 4, sex: MALE, items: [
                { item: "height_cm", value: 140.5 }, { item: "weight_kg", value: 35 }, { item: "vital_capacity", value: 1900 },
                { item: "run_50m", value: 9.1 }, { item: "sit_and_reach", value: -2.5 }, { item: "rope_skipping", value: 120 },
                { item: "sit_ups", value: 40 }] }] }) { accepted errors { code } } }
            """;

        var answer = (await server.DataAsync(record)).GetProperty("recordFitness");

        Assert.Equal("""{"accepted":1,"errors":[]}""", answer.GetRawText());
    }

    [Fact]
    public async Task A_raw_item_which_the_standard_does_not_have_is_refused_by_line_and_field()
    {
        const string record =
            """mutation { recordFitness(input: { submissionId: "fit-3", school: "230404-nanshan-primary", results: [{ student: "s9", testedOn: "2024-10-09", grade: 4, sex: MALE, items: [{ item: "run50", value: 9.1 }] }] }) { accepted errors { code index field } } }""";

        var answer = (await server.DataAsync(record)).GetProperty("recordFitness");

        Assert.Equal(
            """{"accepted":0,"errors":[{"code":"UNKNOWN_CODE","index":0,"field":"items.run50"},{"code":"MISSING","index":0,"field":"items"}]}""",
            answer.GetRawText());
    }
}
