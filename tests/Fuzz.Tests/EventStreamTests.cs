using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CsCheck;

namespace EduAnalytics.Fuzz.Tests;

/// <summary>graphql-sse in both its modes, with requests that no client of it sends.</summary>
public sealed class EventStreamTests(FuzzedSystem fuzzed)
{
    private const string TokenHeader = "X-GraphQL-Event-Stream-Token";

    private static readonly string[] operations =
    [
        """{"query":"query Q($id: ID!) { orgUnit(id: $id) { name value(indicator: \"dropout.rate\", period: \"2024\") { value } } }","variables":{"id":"230404"},"operationName":"Q"}""",
        """{"query":"mutation { reportFigures(input: { submissionId: \"sse\", orgUnit: \"230404\", source: { document: \"d\" }, figures: [] }) { accepted errors { code } } }"}""",
        """{"query":"{ comparison(childrenOf: \"230400\", indicators: [\"dropout.rate\"], from: \"2023\", to: \"2024\") { series { points { value } } } }","extensions":{}}""",
    ];

    private static readonly string[] named =
    [
        .. operations.Select((operation, number) => $"{operation[..^1]},\"extensions\":{{\"operationId\":\"{number}\"}}}}"),
        """{"query":"subscription S($u: [ID!]!) { indicatorChanged(orgUnits: $u) { value } }","variables":{"u":["230404"]},"extensions":{"operationId":"s"}}""",
        """{"query":"subscription { findingRaised(orgUnits: [\"230404\"]) { message } }","extensions":{"operationId":"f"}}""",
    ];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_spoilt_operation_is_answered_by_events_up_to_the_end_of_the_stream()
    {
        await Spoilt.Of(operations).SampleAsync(
            async body =>
            {
                using var request = Post(body);
                request.Headers.Accept.ParseAdd("text/event-stream");
                using var answer = await fuzzed.System.Http.SendAsync(request, Cancelled);
                var text = await answer.Content.ReadAsStringAsync(Cancelled);
                Assert.True((int)answer.StatusCode is >= 200 and < 500, $"{(int)answer.StatusCode}: {text}");
                if (answer.Content.Headers.ContentType?.MediaType != "text/event-stream")
                    return;
                Assert.Contains("event: complete", text, StringComparison.Ordinal);
                AssertNoFaultIn(text);
            },
            iter: Spoilt.Tries / 2,
            threads: 2,
            print: Spoilt.Show);
        await fuzzed.AssertServes();
    }

    [Fact]
    public async Task Spoilt_operations_on_a_reserved_stream_leave_it_to_carry_the_next()
    {
        await Spoilt.Of(named).Array[1, 4].SampleAsync(Converse, iter: Spoilt.Tries / 8, threads: 2, print: sent => string.Join('\n', sent.Select(Spoilt.Show)));
        await fuzzed.AssertServes();
    }

    [Fact]
    public async Task A_spoilt_token_or_name_is_answered_whatever_is_done_with_it()
    {
        var words = Spoilt.Of("0f8fad5b-d9cb-469f-a165-70867728950e", "operation-1").Select(word => Uri.EscapeDataString(Encoding.Latin1.GetString(word)));
        await Gen.Select(Spoilt.OneOf("GET", "POST", "PUT", "DELETE", "PATCH"), words, words).SampleAsync(
            async (method, token, name) =>
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), new Uri($"/graphql?token={token}&operationId={name}", UriKind.Relative));
                await fuzzed.AssertAnswered(request);
            },
            iter: Spoilt.Tries / 4,
            threads: 2);
        await fuzzed.AssertServes();
    }

    /// <summary>After the spoilt ones a good operation, whose result must come over the stream.</summary>
    private async Task Converse(byte[][] spoilt)
    {
        using var reserve = new HttpRequestMessage(HttpMethod.Put, "/graphql");
        using var reserved = await fuzzed.System.Http.SendAsync(reserve, Cancelled);
        Assert.Equal(HttpStatusCode.Created, reserved.StatusCode);
        var token = await reserved.Content.ReadAsStringAsync(Cancelled);
        using var open = new HttpRequestMessage(HttpMethod.Get, "/graphql") { Headers = { { TokenHeader, token } } };
        open.Headers.Accept.ParseAdd("text/event-stream");
        using var stream = await fuzzed.System.Http.SendAsync(open, HttpCompletionOption.ResponseHeadersRead, Cancelled);
        Assert.Equal(HttpStatusCode.OK, stream.StatusCode);

        foreach (var body in spoilt)
            await Send(body, token);
        await Send("""{"query":"{ last: __typename }","extensions":{"operationId":"the-last"}}"""u8.ToArray(), token);

        using var lines = new StreamReader(await stream.Content.ReadAsStreamAsync(Cancelled));
        while (await lines.ReadLineAsync(Cancelled) is { } line)
        {
            AssertNoFaultIn(line);
            if (line.Contains("the-last", StringComparison.Ordinal) && line.Contains("\"last\":\"Query\"", StringComparison.Ordinal))
                return;
        }

        Assert.Fail("The stream ended before it carried the last result.");
    }

    private async Task Send(byte[] body, string token)
    {
        using var request = Post(body);
        request.Headers.Add(TokenHeader, token);
        await fuzzed.AssertAnswered(request);
    }

    private static HttpRequestMessage Post(byte[] body) => new(HttpMethod.Post, "/graphql")
    {
        Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
    };

    private static void AssertNoFaultIn(string events)
    {
        foreach (var line in events.Split('\n').Where(line => line.StartsWith("data: {", StringComparison.Ordinal)))
            FuzzedSystem.AssertOwnFault(line["data: ".Length..]);
    }
}
