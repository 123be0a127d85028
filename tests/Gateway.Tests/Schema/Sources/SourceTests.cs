using System.Text.Json;
using EduAnalytics.Contracts;
using EduAnalytics.Contracts.Cities;
using EduAnalytics.Contracts.Districts;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Release;
using Microsoft.Extensions.DependencyInjection;

namespace EduAnalytics.Gateway.Tests.Schema.Sources;

/// <summary>The submissions behind values, as an analyst reads them.</summary>
public sealed class SourceTests(EduServer server) : IClassFixture<EduServer>
{
    private const string Sources = "sources { kind document section submissionId lines orgUnit { id } }";

    [Fact]
    public async Task A_counted_rate_names_the_submissions_behind_it_and_those_behind_each_part()
    {
        await Enrol("230404-yifu-primary", "yifu-in", 3);
        await Enrol("230404-yifu-primary", "yifu-more", 2);
        await Drop("230404-yifu-primary", "yifu-out", "yifu-in-0");

        var explanation = await Explain("230404-yifu-primary", $$"""
            sourceCount unitsSearched unitsBehind {{Sources}}
            contributions { measure value period sourceCount sources(first: 1) { submissionId } }
            """);

        Assert.Equal(["yifu-out", "yifu-more", "yifu-in"], IdsIn(explanation));
        Assert.Equal(
            """{"kind":"ENROLMENT","document":"Enrolment events","section":null,"submissionId":"yifu-in","lines":3,"orgUnit":{"id":"230404-yifu-primary"}}""",
            explanation.GetProperty("sources")[2].GetRawText());
        Assert.Equal((3, 1, 1), Numbers(explanation));
        Assert.Equal(
            """[{"measure":"students.dropped_out","value":1,"period":"2024","sourceCount":1,"sources":[{"submissionId":"yifu-out"}]},{"measure":"students.enrolled","value":5,"period":"2024","sourceCount":2,"sources":[{"submissionId":"yifu-more"}]}]""",
            explanation.GetProperty("contributions").GetRawText());
    }

    [Fact]
    public async Task A_district_and_its_city_name_what_their_schools_sent_and_what_the_district_states()
    {
        await Enrol("230404-no12-middle", "no12-in", 4);
        await Drop("230404-no12-middle", "no12-out", "no12-in-0");
        await server.ReportAsync("230404", new { code = "dropout.rate", period = "2024", stage = "JUNIOR", value = 0.4 });
        await Until("230404", SchoolStage.Junior, 4);
        await Until("230400", SchoolStage.Junior, 4);

        foreach (var unit in new[] { "230404", "230400" })
        {
            JsonElement explanation;
            do
            {
                // The roll travels up by itself, and the dropout after it.
                TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
                explanation = await Explain(unit, $"sourceCount unitsSearched unitsBehind {Sources} contributions {{ orgUnit {{ id }} measure {Sources} }}", "JUNIOR");
            }
            while (!IdsIn(explanation.GetProperty("contributions")[0]).Contains("no12-out"));

            Assert.Contains("no12-out", IdsIn(explanation));
            Assert.Contains("no12-in", IdsIn(explanation));
            Assert.Equal(2, explanation.GetProperty("sources").EnumerateArray().Count(source => source.GetProperty("kind").GetString() == "ENROLMENT"));
            Assert.Contains(explanation.GetProperty("sources").EnumerateArray(), source => source.GetProperty("document").GetString() == "自评报告");
            Assert.Equal((3, 2, 2), Numbers(explanation));
            Assert.Equal(["no12-out"], IdsIn(explanation.GetProperty("contributions")[0]));
        }
    }

    [Fact]
    public async Task Explanations_of_one_unit_are_one_call_and_sources_one_call_to_each_school()
    {
        await server.Register([.. Enumerable.Range(0, 40).Select(n =>
            EduServer.Unit($"230402-asked{n}", $"学校{n}", null, OrgUnitLevel.School, "230402", SchoolStage.Primary))]);
        await server.DataAsync("""{ orgUnit(id: "230402-asked39") { id } }""");
        foreach (var n in Enumerable.Range(0, 40))
            await Enrol($"230402-asked{n}", $"asked{n}", 1);
        await Until("230402", SchoolStage.Primary, 40);
        var (explained, found) = (server.Calls.Of("Explain"), server.Calls.Of("FindSources"));

        var unit = (await server.DataAsync("""
            { orgUnit(id: "230402") {
                a: value(indicator: "dropout.rate", period: "2024", stage: PRIMARY) { explanation { contributions { sourceCount } } }
                b: value(indicator: "dropout.roll", period: "2024", stage: PRIMARY) { explanation { contributions { sources { submissionId } } } } } }
            """)).GetProperty("orgUnit");

        Assert.Equal(40, unit.GetProperty("b").GetProperty("explanation").GetProperty("contributions").GetArrayLength());
        Assert.Equal(1, server.Calls.Of("Explain") - explained);
        Assert.InRange(server.Calls.Of("FindSources") - found, 40, 41);
    }

    [Fact]
    public async Task Of_many_schools_those_that_changed_last_are_searched_and_the_answer_says_of_how_many()
    {
        var district = "230409";
        await server.Register(
            [EduServer.Unit(district, "东山区", null, OrgUnitLevel.District, "230400"), .. Enumerable.Range(0, 30).Select(n =>
                EduServer.Unit($"{district}-s{n}", $"学校{n}", null, OrgUnitLevel.School, district, SchoolStage.Primary))]);
        await server.DataAsync($$"""{ orgUnit(id: "{{district}}-s29") { id } }""");
        foreach (var n in Enumerable.Range(0, 30))
            await Enrol($"{district}-s{n}", $"in{n}", 1);
        await Until(district, SchoolStage.Primary, 30);

        var explanation = await Explain(district, $"sourceCount unitsSearched unitsBehind {Sources}");

        Assert.Equal((24, 24, 30), Numbers(explanation));
        Assert.Equal("in29", IdsIn(explanation).First());
    }

    [Fact]
    public async Task A_school_that_hangs_is_left_out_and_counts_as_not_searched_until_it_answers()
    {
        const string district = "230410";
        await server.Register(
            EduServer.Unit(district, "绥滨县", null, OrgUnitLevel.District, "230400"),
            EduServer.Unit($"{district}-s0", "学校0", null, OrgUnitLevel.School, district, SchoolStage.Primary),
            EduServer.Unit($"{district}-s1", "学校1", null, OrgUnitLevel.School, district, SchoolStage.Primary));
        await server.DataAsync($$"""{ orgUnit(id: "{{district}}-s1") { id } }""");
        foreach (var n in Enumerable.Range(0, 2))
            await Enrol($"{district}-s{n}", $"hangs{n}", 1);
        await Until(district, SchoolStage.Primary, 2);
        server.Silent.Silence($"{district}-s0");

        var without = await Explain(district, $"sourceCount unitsSearched unitsBehind {Sources}");
        server.Silent.Release($"{district}-s0");
        var whole = await Explain(district, $"sourceCount unitsSearched unitsBehind {Sources}");

        Assert.Equal((1, 1, 2), Numbers(without));
        Assert.Equal(["hangs1"], IdsIn(without));
        Assert.Equal((2, 2, 2), Numbers(whole));
    }

    [Fact]
    public async Task More_sources_than_are_kept_cannot_be_asked_for()
    {
        var answer = await server.AskAsync(
            """{ orgUnit(id: "230404") { value(indicator: "dropout.rate", period: "2024") { explanation { sources(first: 201) { lines } } } } }""");

        var error = answer.GetProperty("errors")[0];
        Assert.Equal("BAD_ARGUMENT", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal("0 to 200 sources can be named; 201 were asked for.", error.GetProperty("message").GetString());
    }

    private async Task<JsonElement> Explain(string unit, string fields, string stage = "PRIMARY") => (await server.DataAsync(
        $$"""{ orgUnit(id: "{{unit}}") { value(indicator: "dropout.rate", period: "2024", stage: {{stage}}) { explanation { {{fields}} } } } }"""))
        .GetProperty("orgUnit").GetProperty("value").GetProperty("explanation");

    private static IEnumerable<string?> IdsIn(JsonElement explained) =>
        explained.GetProperty("sources").EnumerateArray().Select(source => source.GetProperty("submissionId").GetString());

    private static (int Sources, int Searched, int Behind) Numbers(JsonElement explanation) => (
        explanation.GetProperty("sourceCount").GetInt32(), explanation.GetProperty("unitsSearched").GetInt32(), explanation.GetProperty("unitsBehind").GetInt32());

    /// <summary>Waits until the schools' rolls have come up to a district or city.</summary>
    private async Task Until(string unit, SchoolStage stage, decimal roll)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var grains = server.Services.GetRequiredService<IGrainFactory>();
        IRowKeeper keeper = unit == "230400" ? grains.GetGrain<ICityGrain>(unit) : grains.GetGrain<IDistrictGrain>(unit);
        var asked = new ValueQuery(OrgUnitId.Parse(unit), "dropout.roll", Period.OfYear(2024), stage);
        await using var changes = keeper.Watch(Guid.NewGuid(), [asked.OrgUnit], [asked.Indicator], limit.Token).GetAsyncEnumerator(limit.Token);
        while (await changes.MoveNextAsync())
        {
            if ((await keeper.Evaluate([asked], Audience.Staff))[0].Value == roll)
                return;
        }
    }

    private Task Enrol(string school, string id, int students) =>
        Record(school, id, [.. Enumerable.Range(0, students).Select(n => new { student = $"{id}-{n}", kind = "ENROLLED", date = "2024-03-04" })]);

    private Task Drop(string school, string id, string student) => Record(school, id, [new { student, kind = "DROPPED_OUT", date = "2024-05-06" }]);

    private async Task Record(string school, string submissionId, object[] events)
    {
        var data = await server.DataAsync(
            "mutation ($input: RecordEnrolmentInput!) { recordEnrolment(input: $input) { accepted errors { message } } }",
            new { input = new { submissionId, school, events } });
        Assert.Equal(events.Length, data.GetProperty("recordEnrolment").GetProperty("accepted").GetInt32());
    }
}
