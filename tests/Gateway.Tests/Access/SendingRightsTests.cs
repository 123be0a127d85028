using System.Net;
using System.Text;
using System.Text.Json;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Queries.Findings;
using EduAnalytics.Gateway.Transport.Http;
using GraphQLParser;
using GraphQLParser.AST;
using Microsoft.Extensions.DependencyInjection;

namespace EduAnalytics.Gateway.Tests.Access;

/// <summary>Every way to send, for every role, to its own unit and those below, beside and above it.</summary>
public sealed class SendingRightsTests(RoleServer city) : IClassFixture<RoleServer>
{
    /// <summary>What a monitor may say too: it watches over the units at and below its own.</summary>
    private static readonly string[] words = ["acknowledgeFinding", "withdrawAcknowledgement"];

    /// <summary>Of the caller's own views, which are about no unit.</summary>
    private static readonly string[] personal = ["saveView", "renameView", "pinView", "deleteView"];

    /// <summary>Where a caller bound at the district may send, as <see cref="Rights"/> promises it.</summary>
    private static readonly Dictionary<Role, string[]> allowed = new()
    {
        [Role.Viewer] = [],
        [Role.Analyst] = [],
        [Role.Monitor] = [],
        [Role.Reporter] = [RoleServer.Own],
        [Role.Administrator] = [RoleServer.Own, RoleServer.Below],
    };

    private static readonly string[] units = [RoleServer.Own, RoleServer.Below, RoleServer.Beside, RoleServer.BelowBeside, RoleServer.Above];

    private static readonly Dictionary<string, string> mutations = new()
    {
        ["reportFigures"] = """reportFigures(input: { submissionId: "ID", orgUnit: "UNIT", source: { document: "d" }, figures: [{ code: "finance.allocated", period: "2022", value: 1 }] })""",
        ["nameProblems"] = """nameProblems(input: { submissionId: "ID", orgUnit: "UNIT", period: "2020", source: { document: "d" }, problems: [] })""",
        ["acknowledgeFinding"] = """acknowledgeFinding(input: { submissionId: "ID", finding: "FINDING", note: "n" })""",
        ["withdrawAcknowledgement"] = """withdrawAcknowledgement(input: { submissionId: "ID", finding: "FINDING" })""",
        ["saveView"] = """saveView(input: { submissionId: "ID", name: "ID", address: "/report?at=UNIT" })""",
        ["renameView"] = """renameView(input: { submissionId: "ID", view: "v", name: "ID" })""",
        ["pinView"] = """pinView(input: { submissionId: "ID", view: "v", pinned: true })""",
        ["deleteView"] = """deleteView(input: { submissionId: "ID", view: "v" })""",
        ["recordEnrolment"] = """recordEnrolment(input: { submissionId: "ID", school: "UNIT", events: [{ student: "ID", kind: ENROLLED, date: "2024-03-01", grade: 3, sex: MALE }] })""",
        ["recordFitness"] = """recordFitness(input: { submissionId: "ID", school: "UNIT", results: [{ student: "ID", testedOn: "2024-05-01", grade: 3, sex: MALE, score: 80 }] })""",
    };

    private static int sent;

    public static TheoryData<string, Role> Mutations =>
        [.. mutations.Keys.SelectMany(_ => Enum.GetValues<Role>(), (name, role) => new TheoryDataRow<string, Role>(name, role))];

    public static TheoryData<string, Role> Streams =>
        [.. new[] { "enrolment", "fitness", "figures" }.SelectMany(_ => Enum.GetValues<Role>(), (name, role) => new TheoryDataRow<string, Role>(name, role))];

    [Theory]
    [MemberData(nameof(Mutations))]
    public async Task A_mutation_is_for_the_units_reporter_and_administrators_above_it_a_word_on_a_finding_for_monitors_too_and_saved_views_for_everyone(string mutation, Role role)
    {
        foreach (var unit in units)
        {
            var answer = await city.Server.AskAsync($"mutation {{ {Of(mutation, unit)} {{ accepted errors {{ code message }} }} }}", caller: At(role));

            var payload = answer.GetProperty("data").GetProperty(mutation);
            if (IsAllowed(mutation, role, unit))
            {
                Assert.DoesNotContain("FORBIDDEN", answer.GetRawText());
            }
            else
            {
                Assert.Equal(0, payload.GetProperty("accepted").GetInt32());
                Assert.Equal("FORBIDDEN", Assert.Single(payload.GetProperty("errors").EnumerateArray()).GetProperty("code").GetString());
                var error = Assert.Single(answer.GetProperty("errors").EnumerateArray());
                Assert.Equal("FORBIDDEN", error.GetProperty("extensions").GetProperty("code").GetString());
                Assert.Equal($"""["{mutation}"]""", error.GetProperty("path").GetRawText());
            }
        }
    }

    [Fact]
    public void Every_mutation_has_a_row()
    {
        var served = Parser.Parse(city.Server.Services.GetRequiredService<SchemaText>().Text).Definitions.OfType<GraphQLObjectTypeDefinition>()
            .Single(type => type.Name.StringValue == "Mutation").Fields!.Select(field => field.Name.StringValue);

        Assert.Equal(served.Order(StringComparer.Ordinal), mutations.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_refused_mutation_costs_its_neighbour_nothing()
    {
        var answer = await city.Server.AskAsync(
            $"mutation {{ theirs: {Of("reportFigures", RoleServer.Beside)} {{ accepted errors {{ message }} }} mine: {Of("reportFigures", RoleServer.Own)} {{ accepted }} }}",
            caller: At(Role.Reporter));

        Assert.Equal("""{"accepted":1}""", answer.GetProperty("data").GetProperty("mine").GetRawText());
        Assert.Equal(
            "Nothing was stored for 230402: your role, reporter, holds at 230404 and below, and a reporter sends for its own unit only, 230404.",
            answer.GetProperty("data").GetProperty("theirs").GetProperty("errors")[0].GetProperty("message").GetString());
    }

    [Theory]
    [MemberData(nameof(Streams))]
    public async Task A_stream_of_lines_is_held_to_the_same_rights_submission_by_submission(string kind, Role role)
    {
        var lines = string.Join('\n', units.Select(unit => LineOf(kind, unit)));

        var (status, text) = await PostAsync($"/ingest/{kind}?submission=rights-{Interlocked.Increment(ref sent)}", lines, At(role));

        if (allowed[role].Length == 0)
        {
            Assert.Equal(HttpStatusCode.Forbidden, status);
            Assert.Contains("\"code\":\"FORBIDDEN\"", text);
            return;
        }

        var answers = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        foreach (var unit in units)
        {
            var answer = answers.Single(line => line.TryGetProperty(kind == "figures" ? "orgUnit" : "school", out var owner) && owner.GetString() == unit).GetRawText();
            Assert.Equal(!allowed[role].Contains(unit), answer.Contains("FORBIDDEN", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Analyst)]
    [InlineData(Role.Monitor)]
    public async Task Who_may_send_nothing_is_refused_before_a_byte_is_read(Role role)
    {
        using var body = new UnreadableContent("application/x-ndjson");
        using var request = new HttpRequestMessage(HttpMethod.Post, Address("/ingest/figures?submission=never")) { Content = body };
        request.Headers.ExpectContinue = true;
        request.Headers.Add(TestCallers.Header, At(role));

        using var answer = await city.Server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.False(body.WasRead);
    }

    [Fact]
    public async Task A_file_is_checked_and_sent_for_whoever_may_send_and_for_nobody_else()
    {
        const string file = "orgUnit,code,period,value\n230404,finance.allocated,2021,1\n230402,finance.allocated,2021,2\n";

        var (refused, _) = await PostFileAsync(file, At(Role.Monitor));
        var (status, text) = await PostFileAsync(file, At(Role.Reporter));

        Assert.Equal(HttpStatusCode.Forbidden, refused);
        Assert.Equal(HttpStatusCode.OK, status);
        var progress = JsonDocument.Parse(text.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1]).RootElement.GetProperty("progress");
        Assert.Equal(1, progress.GetProperty("accepted").GetInt32());
        Assert.Equal(1, progress.GetProperty("refused").GetInt32());
        Assert.Contains("Nothing was stored for 230402", progress.GetProperty("refusals").GetRawText());
    }

    [Theory]
    [InlineData(Role.Reporter, "230404", """{"code":"230404-new1","name":"新","level":"SCHOOL","parent":"230404","stages":["PRIMARY"]}""", false)]
    [InlineData(Role.Administrator, "230404", """{"code":"230404-new2","name":"新","level":"SCHOOL","parent":"230404","stages":["PRIMARY"]}""", true)]
    [InlineData(Role.Administrator, "230404", """{"code":"230402-new3","name":"新","level":"SCHOOL","parent":"230402","stages":["PRIMARY"]}""", false)]
    [InlineData(Role.Administrator, "230404", """{"code":"230402-s01","name":"夺","level":"SCHOOL","parent":"230404","stages":["PRIMARY"]}""", false)]
    [InlineData(Role.Administrator, "230404", """{"code":"230404","name":"改","level":"DISTRICT","parent":"230400"}""", false)]
    [InlineData(Role.Administrator, "230400", """{"code":"230405","name":"兴安区","level":"DISTRICT","parent":"230400"}""", true)]
    public async Task Units_are_registered_by_administrators_below_their_own(Role role, string bound, string line, bool isAllowed)
    {
        var (_, text) = await PostAsync($"/ingest/org-units?submission=units-{Interlocked.Increment(ref sent)}", line, TestCallers.Name(role, bound));

        Assert.Equal(!isAllowed, text.Contains("FORBIDDEN", StringComparison.Ordinal));
        Assert.Equal(isAllowed, text.Contains("\"accepted\":1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reporter_without_a_unit_and_one_whose_right_has_ended_send_nothing()
    {
        var answer = await city.Server.AskAsync($"mutation {{ {Of("reportFigures", RoleServer.Own)} {{ errors {{ message }} }} }}", caller: "REPORTER@*");

        Assert.Contains("a reporter sends for one unit, which yours does not name", answer.GetRawText());
        Assert.Equal("UNAUTHENTICATED", CodeOf(await city.Server.AskAsync($"mutation {{ {Of("reportFigures", RoleServer.Own)} {{ accepted }} }}", caller: "NONSENSE@230404")));
        Assert.Equal("UNAUTHENTICATED", CodeOf(await city.Server.AskAsync($"mutation {{ {Of("reportFigures", RoleServer.Own)} {{ accepted }} }}", caller: "7@230404")));
    }

    private static string? CodeOf(JsonElement answer) => answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();

    private static string At(Role role) => TestCallers.Name(role, RoleServer.Own);

    private static string Of(string mutation, string unit) => mutations[mutation]
        .Replace("ID", $"right-{Interlocked.Increment(ref sent)}", StringComparison.Ordinal).Replace("UNIT", unit, StringComparison.Ordinal)
        .Replace("FINDING", FindingName.Of(new FindingId("target.missed", OrgUnitId.Parse(unit), Period.OfYear(2023), null, "dropout.rate")), StringComparison.Ordinal);

    private static bool IsAllowed(string mutation, Role role, string unit) =>
        allowed[role].Contains(unit) || personal.Contains(mutation) || (words.Contains(mutation) && role == Role.Monitor && unit is (RoleServer.Own or RoleServer.Below));

    private static string LineOf(string kind, string unit) => kind switch
    {
        "enrolment" => $$"""{"school":"{{unit}}","student":"s{{Interlocked.Increment(ref sent)}}","kind":"ENROLLED","date":"2024-03-01","grade":3,"sex":"MALE"}""",
        "fitness" => $$"""{"school":"{{unit}}","student":"s{{Interlocked.Increment(ref sent)}}","testedOn":"2024-05-01","grade":3,"sex":"MALE","score":80}""",
        _ => $$"""{"orgUnit":"{{unit}}","document":"d","code":"finance.allocated","period":"2019","value":3}""",
    };

    private Uri Address(string path) => new(city.Server.Address, path);

    private async Task<(HttpStatusCode Status, string Text)> PostAsync(string path, string lines, string caller)
    {
        using var body = new StringContent(lines, Encoding.UTF8, "application/x-ndjson");
        return await PostAsync(path, body, caller);
    }

    private async Task<(HttpStatusCode Status, string Text)> PostFileAsync(string file, string caller)
    {
        using var form = new MultipartFormDataContent { { new StringContent(file), "file", "figures.csv" }, { new StringContent("true"), "send" } };
        return await PostAsync("/import", form, caller);
    }

    private async Task<(HttpStatusCode Status, string Text)> PostAsync(string path, HttpContent body, string caller)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address(path)) { Content = body };
        request.Headers.Add(TestCallers.Header, caller);
        using var answer = await city.Server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
