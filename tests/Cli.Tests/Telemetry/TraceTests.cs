using EduAnalytics.Cli.Tests.Telemetry.Otlp;

namespace EduAnalytics.Cli.Tests.Telemetry;

/// <summary>One trace through three processes, as it reaches a collector.</summary>
[Collection(ObservedClusterCollection.Name)]
public sealed class TraceTests(ObservedCluster cluster)
{
    [Fact]
    public async Task A_submission_sent_to_the_dashboard_is_one_trace_down_to_the_journals_commit()
    {
        await cluster.Started();
        var trace = NewTrace.Begin();

        var answer = await cluster.Ask(cluster.Dashboard, ObservedCluster.Report("traced", 200), trace.Header);

        Assert.Contains("\"accepted\":1", answer, StringComparison.Ordinal);
        var spans = await cluster.Collector.Trace(trace.Id, known => WayDown(known, "journal.commit", trace.Span) is not null);
        var way = WayDown(spans, "journal.commit", trace.Span)!;
        Assert.Equal(["edu-dashboard", "edu-gateway", "edu-silo"], way.Select(span => span.Service).Distinct());
        Assert.Equal("POST", way[0].Tags["http.request.method"]);
        Assert.Contains(way, span => span.Name == "mutation Report" && span.Tags["graphql.operation.type"] == "mutation");
        Assert.Contains(way, span => span.Service == "edu-silo" && span.Tags.GetValueOrDefault("rpc.system.name") == "orleans");
        Assert.Contains(way, span => span.Tags.GetValueOrDefault("edu.org_unit") == ObservedCluster.School);
        Assert.Equal(["journal.append", "journal.commit"], way.TakeLast(2).Select(span => span.Name));
        Assert.All(way.TakeLast(2), span => Assert.Equal("postgresql", span.Tags["db.system.name"]));
    }

    [Fact]
    public async Task What_a_page_asks_stands_under_the_request_for_the_page()
    {
        await cluster.Started();
        var trace = NewTrace.Begin();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(cluster.Dashboard.Address, "/units/xx-north"));
        request.Headers.Add("traceparent", trace.Header);

        using var page = await cluster.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.True(page.IsSuccessStatusCode);
        var spans = await cluster.Collector.Trace(trace.Id, known => known.Any(span => IsQuery(span) && Way(known, span, trace.Span) is not null));
        var query = spans.First(IsQuery);
        Assert.Equal("edu-gateway", query.Service);
        Assert.Equal(["edu-dashboard", "edu-gateway"], Way(spans, query, trace.Span)!.Select(span => span.Service).Distinct());
    }

    [Fact]
    public async Task Whether_a_process_is_well_is_asked_without_a_trace()
    {
        await cluster.Started();
        var (asked, traced) = (NewTrace.Begin(), NewTrace.Begin());
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(cluster.Gateway.Address, "/health/ready"));
        request.Headers.Add("traceparent", asked.Header);
        using var health = await cluster.Http.SendAsync(request, TestContext.Current.CancellationToken);

        // What was sent later has come: so would the other have.
        await cluster.Ask(cluster.Gateway, "{ __typename }", traced.Header);
        await cluster.Collector.Trace(traced.Id, known => known.Any(span => span.Parent == traced.Span));

        Assert.DoesNotContain(await cluster.Collector.Trace(asked.Id, _ => true), span => span.Source == "Microsoft.AspNetCore");
    }

    private static bool IsQuery(CollectedSpan span) => span.Tags.GetValueOrDefault("graphql.operation.type") == "query";

    private static IReadOnlyList<CollectedSpan>? WayDown(IReadOnlyList<CollectedSpan> spans, string name, string from) =>
        spans.FirstOrDefault(span => span.Name == name) is { } last ? Way(spans, last, from) : null;

    /// <summary>The spans from the caller's own, which is not among them, down to one; null while one between is missing.</summary>
    private static IReadOnlyList<CollectedSpan>? Way(IReadOnlyList<CollectedSpan> spans, CollectedSpan last, string from)
    {
        List<CollectedSpan> way = [last];
        while (way[0].Parent != from)
        {
            if (spans.FirstOrDefault(span => span.SpanId == way[0].Parent) is not { } above)
                return null;
            way.Insert(0, above);
        }
        return way;
    }
}
