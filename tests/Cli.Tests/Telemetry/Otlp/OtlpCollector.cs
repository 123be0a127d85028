using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EduAnalytics.Cli.Tests.Telemetry.Otlp;

/// <summary>What processes send their telemetry to: OTLP over HTTP, in protobuf.</summary>
internal sealed class OtlpCollector : IAsyncDisposable
{
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(3);

    private readonly WebApplication app;
    private readonly Lock gate = new();
    private readonly List<CollectedSpan> spans = [];
    private readonly HashSet<string> logs = [];
    private TaskCompletionSource arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private OtlpCollector(WebApplication app) => this.app = app;

    /// <summary>The variables that make a process send here, and soon.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = app.Urls.Single(),
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
        ["OTEL_BLRP_SCHEDULE_DELAY"] = "100",
    };

    public static async Task<OtlpCollector> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var collector = new OtlpCollector(app);
        app.MapPost("/v1/traces", http => Take(http, request => collector.Add(CollectedSpan.ReadAll(request), [])));
        app.MapPost("/v1/logs", http => Take(http, request => collector.Add([], TracesOfLogs(request))));
        app.MapPost("/v1/metrics", http => Take(http, _ => { }));
        await app.StartAsync();
        return collector;
    }

    /// <summary>The spans of a trace, once they are what is waited for.</summary>
    public async Task<IReadOnlyList<CollectedSpan>> Trace(string traceId, Func<IReadOnlyList<CollectedSpan>, bool> isComplete)
    {
        using var ending = new CancellationTokenSource(patience);
        while (true)
        {
            Task next;
            lock (gate)
            {
                var known = spans.Where(span => span.TraceId == traceId).ToList();
                if (isComplete(known))
                    return known;
                if (ending.IsCancellationRequested)
                    throw new TimeoutException($"Of the trace came only:\n{string.Join('\n', known)}");
                next = arrival.Task;
            }
            await next.WaitAsync(ending.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    /// <summary>Waits for a log record that bears the trace.</summary>
    public async Task LogOf(string traceId)
    {
        using var ending = new CancellationTokenSource(patience);
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (logs.Contains(traceId))
                    return;
                next = arrival.Task;
            }
            await next.WaitAsync(ending.Token);
        }
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static async Task Take(HttpContext http, Action<ProtobufMessage> read)
    {
        read(new ProtobufMessage(await ByteString.FromStreamAsync(http.Request.Body, http.RequestAborted)));
        http.Response.ContentType = "application/x-protobuf";
    }

    private static IEnumerable<string> TracesOfLogs(ProtobufMessage request) =>
        from process in request.Messages(1)
        from source in process.Messages(2)
        from record in source.Messages(2)
        select record.Hex(9);

    private void Add(IEnumerable<CollectedSpan> newSpans, IEnumerable<string> newLogs)
    {
        lock (gate)
        {
            spans.AddRange(newSpans);
            logs.UnionWith(newLogs);
            arrival.TrySetResult();
            arrival = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
