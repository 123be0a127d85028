using System.IO.Pipelines;
using System.Text;
using EduAnalytics.Dashboard.GraphQL;

namespace EduAnalytics.Dashboard.Tests.GraphQL;

public sealed class GatewayFailoverTests : IAsyncLifetime
{
    private static readonly Dictionary<string, object?> Nothing = [];
    private StagedGateway _first = null!;
    private StagedGateway _second = null!;
    private GatewayList _gateways = null!;
    private HttpClient _http = null!;

    private HttpGraphQLClient Client => new(_http, gateways: _gateways);

    public async ValueTask InitializeAsync()
    {
        (_first, _second) = (await StagedGateway.Start(), await StagedGateway.Start());
        _gateways = new GatewayList([AddressOf(_first), AddressOf(_second)]);
        _http = new HttpClient(new GatewayFailover(_gateways) { InnerHandler = new SocketsHttpHandler() }) { BaseAddress = _first.Endpoint };
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _first.DisposeAsync();
        await _second.DisposeAsync();
    }

    [Fact]
    public async Task While_the_first_answers_it_is_asked()
    {
        _first.Answer = (200, """{"data":{"gateway":1}}""");

        Assert.Equal(1, await Ask());
        Assert.Empty(_second.Received);
    }

    [Fact]
    public async Task Once_it_is_gone_the_next_is_asked_for_good()
    {
        _second.Answer = (200, """{"data":{"gateway":2}}""");
        await _first.DisposeAsync();

        Assert.Equal(2, await Ask());
        Assert.Equal(AddressOf(_second), _gateways.Current);
        Assert.Equal(2, await Ask());
    }

    [Fact]
    public async Task A_subscription_is_opened_at_the_next_too()
    {
        _second.Messages = ["""{"id":"1","type":"next","payload":{"data":{"gateway":2}}}""", """{"id":"1","type":"complete"}"""];
        await _first.DisposeAsync();

        var told = await Client.SubscribeAsync("subscription { gateway }", Nothing, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, Assert.Single(told).GetProperty("gateway").GetInt32());
    }

    [Fact]
    public async Task Where_none_is_left_it_is_told_so()
    {
        await _first.DisposeAsync();
        await _second.DisposeAsync();

        await Assert.ThrowsAsync<GraphQLUnreachableException>(Ask);
    }

    [Fact]
    public async Task What_the_first_had_when_it_broke_off_the_next_is_asked()
    {
        _first.BreaksOff = true;
        _second.Answer = (200, """{"data":{"gateway":2}}""");

        Assert.Equal(2, await Ask());
        Assert.Single(_first.Received);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task So_it_is_with_an_operation_that_a_browser_or_a_program_sends_though_its_body_is_read_only_once(bool saysHowLong)
    {
        _first.BreaksOff = true;
        _second.Answer = (200, """{"data":{"gateway":2}}""");

        using var answer = await PassOn("/graphql", """{"query":"mutation { gateway }"}""", saysHowLong);

        Assert.Equal(_second.Answer.Body, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("mutation { gateway }", Assert.Single(_first.Received).GetProperty("query").GetString());
        Assert.Equal("mutation { gateway }", Assert.Single(_second.Received).GetProperty("query").GetString());
    }

    [Theory]
    [InlineData(true, 200)]
    [InlineData(false, 413)]
    public async Task An_operation_longer_than_what_is_kept_passes_once_where_it_says_so_and_never_in_part_where_it_does_not(bool saysHowLong, int status)
    {
        var body = $$"""{"query":"{ gateway }{{new string(' ', 9 * 1024 * 1024)}}"}""";

        using var answer = await PassOn("/graphql", body, saysHowLong);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(saysHowLong ? 1 : 0, _first.Received.Count);
        Assert.Empty(_second.Received);
    }

    [Fact]
    public async Task Lines_on_their_way_are_not_sent_to_another_since_nobody_has_them_any_more()
    {
        _first.BreaksOff = true;

        await Assert.ThrowsAsync<HttpRequestException>(() => PassOn("/ingest/figures", """{"code":"a"}"""));

        Assert.Single(_first.Received);
        Assert.Empty(_second.Received);
    }

    [Fact]
    public void Two_who_lose_the_same_gateway_turn_once()
    {
        var lost = _gateways.Current;

        _gateways.TurnFrom(lost);
        _gateways.TurnFrom(lost);

        Assert.Equal(AddressOf(_second), _gateways.Current);
    }

    private static Uri AddressOf(StagedGateway gateway) => new(gateway.Endpoint, "/");

    /// <summary>As whoever passes requests on does: from a stream that cannot be turned back.</summary>
    private async Task<HttpResponseMessage> PassOn(string path, string body, bool saysHowLong = true)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        await pipe.Writer.WriteAsync(bytes);
        await pipe.Writer.CompleteAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new StreamContent(pipe.Reader.AsStream()) };
        if (saysHowLong)
            request.Content.Headers.ContentLength = bytes.Length;
        return await _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private async Task<int?> Ask() =>
        (await Client.ExecuteAsync("{ gateway }", Nothing, TestContext.Current.CancellationToken)).Data?.GetProperty("gateway").GetInt32();
}
