using System.Text.Json;

namespace EduAnalytics.Gateway.Tests.Schema;

/// <summary>Dropouts from suspicion to closed case, and what stands behind a zero, as a client sees them.</summary>
public sealed class DropoutLedgerTests(EduServer server) : IClassFixture<EduServer>
{
    private const string School = "230404-no12-middle";

    private const string Ledger =
        """
        query ($school: ID!, $period: Period!) { orgUnit(id: $school) { dropoutLedger(period: $period, stage: JUNIOR) {
          enrolled { value } suspected { value status } confirmed { value } closed { value } reportingRate { value } } } }
        """;

    [Fact]
    public async Task The_ledgers_tell_who_is_suspected_who_is_confirmed_and_whose_case_is_closed()
    {
        await Record("enrolled", ("a", "ENROLLED", "2024-03-04", null), ("b", "ENROLLED", "2024-03-04", null));
        Assert.Equal("""{"enrolled":2,"suspected":null,"confirmed":null,"closed":null,"reportingRate":null}""", await LedgerOf("2024-03"));

        await server.ReportAsync(School, new { code = "students.dropped_out", period = "2024-03", value = 0 });
        Assert.Equal("""{"enrolled":2,"suspected":0,"confirmed":0,"closed":0,"reportingRate":100}""", await LedgerOf("2024-03"));

        await Record("suspected", ("a", "DROPOUT_SUSPECTED", "2024-04-02", null));
        Assert.StartsWith("""{"enrolled":2,"suspected":1""", await LedgerOf("2024-04"), StringComparison.Ordinal);

        await Record("confirmed", ("a", "DROPPED_OUT", "2024-04-20", "厌学"));
        Assert.StartsWith("""{"enrolled":2,"suspected":0,"confirmed":1,"closed":0""", await LedgerOf("2024-04"), StringComparison.Ordinal);

        await Record("closed", ("a", "RETURNED", "2024-05-06", null));
        Assert.StartsWith("""{"enrolled":2,"suspected":0,"confirmed":0,"closed":1""", await LedgerOf("2024-05"), StringComparison.Ordinal);

        var refused = await Send("cleared", ("b", "SUSPICION_CLEARED", "2024-05-07", null));
        Assert.Equal("NOT_SUSPECTED", refused.GetProperty("errors")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Unequal_spans_are_warned_of_and_like_with_like_is_offered()
    {
        await server.ReportAsync("230402",
            new { code = "finance.allocated", period = "2023", value = 62171886.03m },
            new { code = "finance.allocated", period = "2023H1", value = 30_000_000m },
            new { code = "finance.allocated", period = "2024H1", value = 33_830_000m });

        const string query =
            """{ comparison(orgUnits: ["230402"], indicators: ["finance.allocated"]) { periods warnings { code offers } } indicator(code: "dropout.rate") { periodTypes } }""";
        var data = await server.DataAsync(query);

        Assert.Equal("""["2023","2023H1","2024H1"]""", data.GetProperty("comparison").GetProperty("periods").GetRawText());
        var warning = data.GetProperty("comparison").GetProperty("warnings").EnumerateArray().Single(one => one.GetProperty("code").GetString() == "UNEQUAL_SPAN");
        Assert.Equal("""[["2023H1","2024H1"]]""", warning.GetProperty("offers").GetRawText());
        Assert.Equal("""["YEAR","SCHOOL_YEAR","HALF_YEAR","MONTH"]""", data.GetProperty("indicator").GetProperty("periodTypes").GetRawText());
    }

    private async Task<string> LedgerOf(string period)
    {
        var ledger = (await server.DataAsync(Ledger, new { school = School, period })).GetProperty("orgUnit").GetProperty("dropoutLedger");
        return JsonSerializer.Serialize(ledger.EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetProperty("value")));
    }

    private async Task Record(string submissionId, params (string Student, string Kind, string Date, string? Reason)[] events) =>
        Assert.Equal(events.Length, (await Send(submissionId, events)).GetProperty("accepted").GetInt32());

    private async Task<JsonElement> Send(string submissionId, params (string Student, string Kind, string Date, string? Reason)[] events)
    {
        var input = new
        {
            submissionId,
            school = School,
            events = events.Select(one => new { student = one.Student, kind = one.Kind, date = one.Date, reason = one.Reason }),
        };
        const string mutation =
            "mutation ($input: RecordEnrolmentInput!) { recordEnrolment(input: $input) { accepted errors { code message } } }";
        return (await server.DataAsync(mutation, new { input })).GetProperty("recordEnrolment");
    }
}
