using System.Net;
using System.Net.Sockets;
using EduAnalytics.Cli.Catalogues;
using EduAnalytics.Cli.Up;
using EduAnalytics.Grains.Catalogues;
using EduAnalytics.Grains.Hosting;
using EduAnalytics.Journal;
using EduAnalytics.Samples;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EduAnalytics.Cli.Tests.Up;

/// <summary>A load of the samples that is broken off, and what the next start makes of it.</summary>
public sealed class SampleLoaderTests : IDisposable
{
    private static readonly DateTimeOffset today = TimeProvider.System.GetLocalNow();
    private readonly string directory = Directory.CreateTempSubdirectory("edu-samples-").FullName;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public async Task A_load_that_was_broken_off_is_brought_to_its_end_by_the_next_start_and_by_no_later_one()
    {
        var samples = SampleSet.Open(Path.Combine(AppContext.BaseDirectory, "samples"), DateOnly.FromDateTime(today.DateTime));
        using (var stop = new CancellationTokenSource())
        {
            using var broken = await Start(new StopAfter(40, stop));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => LoaderOf(broken, today).Load(stop.Token));
            Assert.NotEqual(0, await CountMissing(broken, samples));
            await broken.StopAsync(TestContext.Current.CancellationToken);
        }

        // A day later the generator would have more to tell, under names that are taken.
        using var next = await Start();
        var note = await LoaderOf(next, today.AddDays(1)).Load(TestContext.Current.CancellationToken);

        Assert.StartsWith("Samples: the report's figures for 南山区", note, StringComparison.Ordinal);
        Assert.Equal(0, await CountMissing(next, samples));
        Assert.Null(await LoaderOf(next, today.AddDays(2)).Load(TestContext.Current.CancellationToken));
        await next.StopAsync(TestContext.Current.CancellationToken);
    }

    private static SampleLoader LoaderOf(IHost host, DateTimeOffset now) => new(
        host.Services.GetRequiredService<IJournal>(),
        host.Services.GetRequiredService<IGrainFactory>(),
        new Readiness(TimeProvider.System),
        new UpSettings(0, "data", Empty: false, CatalogueCommand.ShippedDirectory),
        new StoppedTime(now));

    private static async Task<int> CountMissing(IHost host, SampleSet samples)
    {
        var journal = host.Services.GetRequiredService<IJournal>();
        var missing = 0;
        foreach (var submission in samples.Submissions())
            missing += await journal.FindSubmissionAsync(submission.OrgUnit.Code, submission.Id, TestContext.Current.CancellationToken) is null ? 1 : 0;
        return missing;
    }

    private async Task<IHost> Start(IOutgoingGrainCallFilter? filter = null)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.UseOrleans(silo => silo.UseLocalhostClustering(FreePort(), gatewayPort: 0).AddEduSilo(directory));
        builder.Services.AddEduCatalogue(Path.Combine(AppContext.BaseDirectory, "catalogue"));
        if (filter is not null)
            builder.Services.AddSingleton(filter);
        var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>Stops the load when so many submissions have been sent, whichever they are.</summary>
    private sealed class StopAfter(int submissions, CancellationTokenSource stop) : IOutgoingGrainCallFilter
    {
        private int sent;

        public Task Invoke(IOutgoingGrainCallContext context)
        {
            if (context.InterfaceMethod.Name is "ReportFigures" or "NameProblems" or "RecordEnrolment" or "RecordFitness" && Interlocked.Increment(ref sent) == submissions)
                stop.Cancel();
            return context.Invoke();
        }
    }

    private sealed class StoppedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
    }
}
