using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CsCheck;

namespace EduAnalytics.Fuzz.Tests;

/// <summary>GraphQL over HTTP with requests that hardly anyone would send.</summary>
public sealed class GraphQLTests(FuzzedSystem fuzzed)
{
    private static readonly string[] documents =
    [
        "query Q($id: ID!, $at: Period) { orgUnit(id: $id) { id name children(first: 5) { nodes { id } pageInfo { endCursor } } value(indicator: \"dropout.rate\", period: $at, stage: PRIMARY) { value status } } }",
        "{ comparison(childrenOf: \"230400\", indicators: [\"dropout.rate\", \"fitness.pass_rate\"], from: \"2019\", to: \"2024\", stage: JUNIOR) { periods series { orgUnit { id } points { period value suppression } } } }",
        "{ orgUnits(where: { level: SCHOOL, nameContains: \"小学\", synthetic: true }, order: [{ name: DESC }, { id: ASC }], first: 3, after: \"MA==\") { totalCount nodes { ...U } } } fragment U on OrgUnit { id name level }",
        "{ orgUnit(id: \"230404\") { findings(period: \"2024\") { message values sources { document } } compliance(standard: \"quality-balanced-2017\", period: \"2024\") { met criteria { code } } distribution(indicator: \"fitness.pass_rate\", stage: PRIMARY, period: \"2024\") { mean } } }",
        "mutation M($s: ReportFiguresInput!) { reportFigures(input: $s) { accepted errors { code message index field } } }",
        "mutation { recordEnrolment(input: { submissionId: \"f\", school: \"230404-no12-middle\", events: [{ student: \"s\", kind: ENROLLED, date: \"2024-09-01\", grade: 7, sex: MALE }] }) { accepted errors { code } } }",
        "{ __schema { types { name fields { name args { name type { kind ofType { name } } } } } } }",
        "subscription { indicatorChanged(orgUnit: \"230404\") { value } }",
    ];

    private static readonly string[] variables =
    [
        "{\"id\":\"230404\",\"at\":\"2024\"}",
        "{\"s\":{\"submissionId\":\"fz\",\"orgUnit\":\"230404\",\"source\":{\"document\":\"d\",\"section\":\"1\"},\"figures\":[{\"code\":\"students.enrolled\",\"period\":\"2024\",\"stage\":\"PRIMARY\",\"value\":530.5,\"quote\":\"五百三十\"}]}}",
        "{}",
    ];

    private static readonly string[] bodies =
    [
        .. from document in documents from given in variables select $"{{\"query\":{JsonSerializer.Serialize(document)},\"variables\":{given},\"operationName\":null}}",
        "[{\"query\":\"{ __typename }\"}]",
        "{\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38\"}}}",
    ];

    [Fact]
    public async Task A_spoilt_body_is_answered_and_never_by_a_fault_of_ours()
    {
        await Spoilt.Of(bodies).SampleAsync(body => Post(body), iter: Spoilt.Tries, threads: 2, print: Spoilt.Show);
        await fuzzed.AssertServes();
    }

    [Fact]
    public async Task A_spoilt_document_in_a_good_body_is_too()
    {
        var bodiesOfSpoilt = Gen.Select(Spoilt.Of(documents), Spoilt.OneOf(variables), (document, given) =>
            Encoding.UTF8.GetBytes($"{{\"query\":{JsonSerializer.Serialize(Encoding.UTF8.GetString(document))},\"variables\":{given}}}"));
        await bodiesOfSpoilt.SampleAsync(body => Post(body), iter: Spoilt.Tries, threads: 2, print: Spoilt.Show);
        await fuzzed.AssertServes();
    }

    [Fact]
    public async Task Spoilt_variables_of_a_good_document_are_too()
    {
        var bodiesOfSpoilt = Gen.Select(Spoilt.OneOf(documents), Spoilt.Of(variables), (document, given) =>
            (byte[])[.. Encoding.UTF8.GetBytes($"{{\"query\":{JsonSerializer.Serialize(document)},\"variables\":"), .. given, (byte)'}']);
        await bodiesOfSpoilt.SampleAsync(body => Post(body), iter: Spoilt.Tries, threads: 2, print: Spoilt.Show);
        await fuzzed.AssertServes();
    }

    [Fact]
    public async Task A_spoilt_address_is_too()
    {
        var queries = Spoilt.Of(documents).Select(document => Uri.EscapeDataString(Encoding.UTF8.GetString(document)));
        var exports = Spoilt.Of(
            "childrenOf=230400&indicators=dropout.rate&from=2019&to=2024&stage=PRIMARY",
            "orgUnits=230404,230402&indicators=fitness.pass_rate&from=2024-01&to=2024-12&asOf=2025-01-01T00:00:00Z").Select(query => Encoding.Latin1.GetString(query));
        var addresses = Gen.OneOf(
            queries.Select(query => $"/graphql?query={query}"),
            Gen.Select(exports, Spoilt.OneOf("csv", "xlsx", "arrow"), (query, format) => $"/export/comparison.{format}?{Legal(query)}"),
            Gen.Select(exports, Spoilt.OneOf("lines.svg", "status.svg", "ranking.png", "funnel.svg"), (query, plot) => $"/plots/{plot}?{Legal(query)}"));
        await addresses.Where(address => address.Length < 8000).SampleAsync(
            async address =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
                await fuzzed.AssertAnswered(request);
            },
            iter: Spoilt.Tries / 3,
            threads: 2);
        await fuzzed.AssertServes();
    }

    /// <summary>What a client may write into an address, spoilt or not.</summary>
    private static string Legal(string query) => string.Concat(query.Select(letter => letter is '&' or '=' or '%' || char.IsAsciiLetterOrDigit(letter) ? letter.ToString() : Uri.HexEscape((char)(letter & 0xff))));

    private async Task Post(byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        await fuzzed.AssertAnswered(request);
    }
}
