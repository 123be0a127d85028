namespace EduAnalytics.Gateway.Tests.Schema;

public sealed class ProblemTests(EduServer server) : IClassFixture<EduServer>
{
    private const string Name =
        "mutation ($input: NameProblemsInput!) { nameProblems(input: $input) { accepted duplicate errors { code index field } } }";

    [Fact]
    public async Task A_problem_named_is_told_in_its_words_with_what_it_is_about_and_where_it_stands()
    {
        var input = new
        {
            submissionId = "ledger-1",
            orgUnit = "230404",
            period = "2024",
            source = new { document = "自评报告", section = "三" },
            problems = new object[]
            {
                new { number = 1, text = "学区划分不均衡" },
                new { number = 2, text = "未按要求缴纳“五险一金”", indicators = new[] { "preschool.insured_share" }, status = "CLOSED", correction = "加大监督管理" },
            },
        };
        var named = (await server.DataAsync(Name, new { input })).GetProperty("nameProblems");
        Assert.Equal(2, named.GetProperty("accepted").GetInt32());

        const string query =
            "{ orgUnit(id: \"230404\") { in2023: problems(period: \"2023\") { number text indicators { code } period status correction source { document section } } in2022: problems(period: \"2022\") { number } } }";
        var unit = (await server.DataAsync(query)).GetProperty("orgUnit");

        Assert.Equal(
            """{"number":"2","text":"未按要求缴纳“五险一金”","indicators":[{"code":"preschool.insured_share"}],"period":"2024","status":"CLOSED","correction":"加大监督管理","source":{"document":"自评报告","section":"三"}}""",
            System.Text.RegularExpressions.Regex.Unescape(unit.GetProperty("in2023")[1].GetRawText()));
        Assert.Empty(unit.GetProperty("in2022").EnumerateArray());
    }

    [Fact]
    public async Task A_problem_about_an_unknown_indicator_is_refused_with_its_line()
    {
        const string mutation =
            """mutation { nameProblems(input: { submissionId: "ledger-2", orgUnit: "230402", period: "2024", source: { document: "台账" }, problems: [{ number: "1", text: "问题", indicators: ["no.such"] }] }) { accepted errors { code index field } } }""";

        var refused = (await server.DataAsync(mutation)).GetProperty("nameProblems");

        Assert.Equal("""[{"code":"UNKNOWN_CODE","index":0,"field":"indicators"}]""", refused.GetProperty("errors").GetRawText());
    }
}
