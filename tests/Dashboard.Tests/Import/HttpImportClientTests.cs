using System.Net;
using System.Text;
using EduAnalytics.Dashboard.GraphQL;
using EduAnalytics.Dashboard.Import;

namespace EduAnalytics.Dashboard.Tests.Import;

public sealed class HttpImportClientTests
{
    private const string Progress =
        """{"progress":{"complete":true,"lines":2,"total":2,"accepted":2,"duplicate":0,"refused":0,"refusals":[]}}""";

    [Fact]
    public async Task The_form_says_what_the_reader_said_and_the_file_can_be_sent_again()
    {
        using var gateway = new Gateway(HttpStatusCode.OK, """{"refusal":["no table"]}""");
        using var file = new MemoryStream("a,b"u8.ToArray());

        var first = await Client(gateway).CheckAsync(file, new ImportRequest("a.csv", "kind: figures", "230404", null, true), TestContext.Current.CancellationToken);
        await Client(gateway).CheckAsync(file, new ImportRequest("a.csv", null, null, null, false), TestContext.Current.CancellationToken);

        Assert.Equal("no table", Assert.Single(first.Refusal!.Value));
        Assert.Contains("kind: figures", gateway.Sent[0], StringComparison.Ordinal);
        Assert.Contains("230404", gateway.Sent[0], StringComparison.Ordinal);
        Assert.All(gateway.Sent, sent => Assert.Contains("a,b", sent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answers_come_line_by_line()
    {
        using var gateway = new Gateway(HttpStatusCode.OK, $"{Progress.Replace("true", "false", StringComparison.Ordinal)}\n{Progress}\n");

        var answers = new List<ImportAnswer>();
        await foreach (var answer in Client(gateway).SendAsync(new MemoryStream(), new ImportRequest("a.csv", null, null, null, false), TestContext.Current.CancellationToken))
            answers.Add(answer);

        Assert.Equal([false, true], answers.Select(answer => answer.Progress!.Complete));
    }

    [Theory]
    [InlineData(HttpStatusCode.BadGateway, "broken")]
    [InlineData(HttpStatusCode.OK, "{}")]
    public async Task An_answer_that_is_none_of_the_gateways_says_so(HttpStatusCode status, string body)
    {
        using var gateway = new Gateway(status, body);

        await Assert.ThrowsAsync<GraphQLUnreachableException>(() =>
            Client(gateway).CheckAsync(new MemoryStream(), new ImportRequest("a.csv", null, null, null, false), TestContext.Current.CancellationToken));
    }

    private static HttpImportClient Client(Gateway gateway) => new(new HttpClient(gateway, disposeHandler: false) { BaseAddress = new Uri("http://gateway.example/") });

    private sealed class Gateway(HttpStatusCode status, string body) : HttpMessageHandler
    {
        public List<string> Sent { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Sent.Add(await request.Content!.ReadAsStringAsync(cancellationToken));
            return new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json"), RequestMessage = request };
        }
    }
}
