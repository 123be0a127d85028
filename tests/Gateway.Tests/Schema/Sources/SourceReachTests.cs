using System.Text.Json;
using EduAnalytics.Domain.Release;

namespace EduAnalytics.Gateway.Tests.Schema.Sources;

/// <summary>Of which submissions behind a value its readers are told.</summary>
public sealed class SourceReachTests(EduServer server) : IClassFixture<EduServer>, IAsyncLifetime
{
    private const string School = "230404-yifu-primary";
    private static int stated = 30;
    private readonly int roll = Interlocked.Increment(ref stated);

    public async ValueTask InitializeAsync()
    {
        var events = Enumerable.Range(0, 30).Select(n => new { student = $"reach-{n}", kind = "ENROLLED", date = "2024-03-04" });
        await server.DataAsync(
            "mutation ($input: RecordEnrolmentInput!) { recordEnrolment(input: $input) { accepted } }",
            new { input = new { submissionId = "reach", school = School, events } });
        await server.ReportAsync(School, new { code = "students.enrolled", period = "2024", stage = "PRIMARY", value = roll, quote = $"在校生{roll}人" });

        // A reader who is no staff is told what has come to the district.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!(await ExplanationFor("ANALYST@*")).GetRawText().Contains($"在校生{roll}人", StringComparison.Ordinal))
            limit.Token.ThrowIfCancellationRequested();
    }

    public ValueTask DisposeAsync()
    {
        server.Withheld.Set((_, _, _) => null);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("MONITOR@230404", "ENROLMENT FIGURES")]
    [InlineData("REPORTER@230404-yifu-primary", "ENROLMENT FIGURES")]
    [InlineData("VIEWER@230404", "FIGURES")]
    [InlineData("ANALYST@*", "FIGURES")]
    public async Task Records_are_named_to_the_units_own_staff_and_documents_to_every_reader(string caller, string kinds)
    {
        var explanation = await ExplanationFor(caller);

        Assert.Equal(kinds, KindsIn(explanation));
        Assert.Equal(kinds, KindsIn(explanation.GetProperty("contributions")[0]));
        Assert.Equal(kinds.Split(' ').Length, explanation.GetProperty("sourceCount").GetInt32());
        Assert.Contains($"在校生{roll}人", explanation.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("VIEWER@230404", "")]
    [InlineData("MONITOR@230404", "ENROLMENT FIGURES")]
    public async Task A_value_that_is_withheld_names_no_submission(string caller, string kinds)
    {
        server.Withheld.Set((unit, _, _) => unit.Code == School ? Suppression.SmallCount : null);

        var explanation = await ExplanationFor(caller);

        Assert.Equal(kinds, KindsIn(explanation));
        Assert.Equal(kinds.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, explanation.GetProperty("sourceCount").GetInt32());
    }

    private async Task<JsonElement> ExplanationFor(string caller) => (await server.AskAsync(
        $$"""{ orgUnit(id: "{{School}}") { value(indicator: "dropout.roll", period: "2024", stage: PRIMARY) { explanation { sourceCount sources { kind quote } contributions { measure sources { kind } } } } } }""",
        caller: caller)).GetProperty("data").GetProperty("orgUnit").GetProperty("value").GetProperty("explanation");

    private static string KindsIn(JsonElement explained) => string.Join(
        ' ', explained.GetProperty("sources").EnumerateArray().Select(source => source.GetProperty("kind").GetString()).Order(StringComparer.Ordinal));
}
