using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Security.Claims;
using EduAnalytics.Gateway.Transport;
using EduAnalytics.Gateway.Transport.Operations;
using GraphQL;
using Microsoft.Extensions.DependencyInjection;

namespace EduAnalytics.Gateway.Tests.Transport;

public sealed class OperationRunnerTests
{
    [Fact]
    public async Task A_source_is_asked_for_the_next_event_only_when_the_last_was_taken()
    {
        await using var server = await TransportServer.StartAsync();
        var outcome = await RunAsync(server, "subscription { numbers(to: 1000000) }");

        Assert.Equal(0, server.Events.Asked);
        var taken = 0;
        await foreach (var result in outcome.Events!)
        {
            Assert.Equal(++taken, server.Events.Asked);
            if (taken == 5)
                break;
        }
    }

    [Fact]
    public async Task Each_operation_is_a_span_and_a_measurement_and_open_subscriptions_are_counted()
    {
        await using var server = await TransportServer.StartAsync();
        var spans = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == GatewayInstruments.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span => { lock (spans) spans.Add(span.DisplayName); },
        };
        ActivitySource.AddActivityListener(listener);
        long open = 0;
        using var meters = new MeterListener();
        var meterFactory = server.Services.GetRequiredService<IMeterFactory>();
        meters.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == "edu.gateway.subscriptions.active" && instrument.Meter.Scope == meterFactory)
                self.EnableMeasurementEvents(instrument);
        };
        meters.SetMeasurementEventCallback<long>((_, now, _, _) => Interlocked.Exchange(ref open, now));
        meters.Start();

        var outcome = await RunAsync(server, "subscription Watch { numbers(to: 1000000) }");
        await foreach (var result in outcome.Events!)
        {
            meters.RecordObservableInstruments();
            Assert.Equal(1, Interlocked.Read(ref open));
            break;
        }

        meters.RecordObservableInstruments();
        Assert.Equal(0, Interlocked.Read(ref open));
        lock (spans)
            Assert.Contains("subscription Watch", spans);
    }

    private static Task<OperationOutcome> RunAsync(TransportServer server, string query) =>
        server.Services.GetRequiredService<OperationRunner>().RunAsync(
            new OperationRequest(query, null, Inputs.Empty, Inputs.Empty),
            new OperationCaller(new ClaimsPrincipal(), server.Services),
            OperationKinds.All,
            TestContext.Current.CancellationToken);
}
