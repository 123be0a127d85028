using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace EduAnalytics.Gateway.Transport;

/// <summary>The gateway's spans and metrics, both under the name <c>EduAnalytics.Gateway</c>.</summary>
internal sealed class GatewayInstruments : IDisposable
{
    public const string Name = "EduAnalytics.Gateway";

    /// <summary>From a kept answer, which takes a tenth of a millisecond, to the longest that an operation may take.</summary>
    public static readonly InstrumentAdvice<double> Seconds =
        new() { HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] };

    private static readonly ActivitySource Source = new(Name);
    private readonly Meter _meter;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _refused;
    private long _subscriptions;
    private long _sockets;

    public GatewayInstruments(IMeterFactory meters)
    {
        _meter = meters.Create(Name);
        _duration = _meter.CreateHistogram(
            "edu.gateway.operation.duration", "s", "Time from a parsed request to its result, or to a subscription's start.", advice: Seconds);
        _refused = _meter.CreateCounter<long>(
            "edu.gateway.requests.refused", "{request}", "Requests turned away before any operation of theirs began.");

        // Asked for and not told, so that none reads 0 and not nothing.
        _meter.CreateObservableUpDownCounter(
            "edu.gateway.subscriptions.active", () => Interlocked.Read(ref _subscriptions), "{subscription}", "Subscriptions that are being followed.");
        _meter.CreateObservableUpDownCounter(
            "edu.gateway.sockets.open", () => Interlocked.Read(ref _sockets), "{socket}", "Open GraphQL sockets.");
    }

    /// <summary>A span for one operation; null when nobody listens. Its type and name are known only when it was parsed.</summary>
    public static Activity? OperationStarted() => Source.StartActivity("graphql", ActivityKind.Server);

    public void OperationEnded(Activity? span, string? type, string? name, string outcome, TimeSpan took)
    {
        _duration.Record(
            took.TotalSeconds,
            new KeyValuePair<string, object?>("graphql.operation.type", type ?? "unknown"),
            new KeyValuePair<string, object?>("outcome", outcome));
        if (span is null)
            return;
        span.DisplayName = type is null ? "graphql" : name is null ? type : $"{type} {name}";
        span.SetTag("graphql.operation.type", type);
        span.SetTag("graphql.operation.name", name);
        span.SetTag("outcome", outcome);
    }

    /// <param name="code">The code that the caller got: one of a few.</param>
    public void RequestRefused(string code) => _refused.Add(1, new KeyValuePair<string, object?>("outcome", code));

    public void SubscriptionStarted() => Interlocked.Increment(ref _subscriptions);

    public void SubscriptionEnded() => Interlocked.Decrement(ref _subscriptions);

    public void SocketOpened() => Interlocked.Increment(ref _sockets);

    public void SocketClosed() => Interlocked.Decrement(ref _sockets);

    public void Dispose() => _meter.Dispose();
}
