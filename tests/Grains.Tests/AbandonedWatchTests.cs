using System.Diagnostics.Metrics;
using System.Threading.Channels;
using EduAnalytics.Grains.Telemetry;
using Orleans.Configuration;

namespace EduAnalytics.Grains.Tests;

/// <summary>Readers that end without a word, as a gateway does that is killed.</summary>
public sealed class AbandonedWatchTests : IAsyncLifetime
{
    /// <summary>How long grains wait for each other; what nobody reads on for twice as long is abandoned.</summary>
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(4);

    private readonly SiloFixture silo = new() { More = builder => builder.Configure<SiloMessagingOptions>(messages => messages.ResponseTimeout = patience) };

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => silo.InitializeAsync();

    public ValueTask DisposeAsync() => silo.DisposeAsync();

    [Fact]
    public async Task A_watch_that_nobody_reads_on_is_let_go_and_one_that_waits_for_news_is_kept()
    {
        var (abandoned, waiting) = (Guid.NewGuid(), Guid.NewGuid());
        using var departures = new Departures();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ending);
        await using var kept = await SiloFixture.Follow(silo.DistrictGrain.Watch(waiting, [SiloFixture.District], [], stop.Token), stop.Token);
        var news = kept.MoveNextAsync().AsTask();

        // Neither read on nor disposed of, like that of a process that is no more.
        await SiloFixture.Follow(silo.DistrictGrain.Watch(abandoned, [SiloFixture.District], [], Ending), Ending);
        Assert.True(await IsThere(abandoned));

        while (await IsThere(abandoned))
            await departures.Next();

        Assert.True(await IsThere(waiting));
        Assert.False(news.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => news);
    }

    [Fact]
    public async Task So_is_one_of_findings()
    {
        var abandoned = Guid.NewGuid();
        using var departures = new Departures();
        await SiloFixture.Follow(silo.DistrictGrain.WatchFindings(abandoned, [SiloFixture.District], Ending), Ending);

        while (await silo.DistrictGrain.RefocusFindings(abandoned, [SiloFixture.District]))
            await departures.Next();
    }

    private Task<bool> IsThere(Guid watch) => silo.DistrictGrain.Refocus(watch, [SiloFixture.District], []);

    /// <summary>Hears of every watcher that leaves, of whichever grain.</summary>
    private sealed class Departures : IDisposable
    {
        private readonly Channel<long> heard = Channel.CreateUnbounded<long>();
        private readonly MeterListener listener = new();

        public Departures()
        {
            listener.InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == GrainsInstruments.Name && instrument.Name == "edu.watchers")
                    self.EnableMeasurementEvents(instrument);
            };
            listener.SetMeasurementEventCallback<long>((_, change, _, _) =>
            {
                if (change < 0)
                    heard.Writer.TryWrite(change);
            });
            listener.Start();
        }

        public async Task Next() => await heard.Reader.ReadAsync(Ending);

        public void Dispose() => listener.Dispose();
    }
}
