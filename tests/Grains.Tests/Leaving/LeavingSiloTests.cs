using EduAnalytics.Contracts;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.Submissions;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Metadata;
using Orleans.Placement;

namespace EduAnalytics.Grains.Tests.Leaving;

/// <summary>A silo that goes hands over at once, whatever its grains wait for.</summary>
public sealed class LeavingSiloTests : IAsyncLifetime
{
    private readonly Hung hung = new();
    private readonly SiloFixture silo;

    /// <summary>Nothing here ends by the runtime's own time limits, which would be the other way for a silo to go.</summary>
    public LeavingSiloTests() => silo = new SiloFixture
    {
        More = builder => builder
            .Configure<SiloMessagingOptions>(messages => messages.ResponseTimeout = TimeSpan.FromHours(1))
            .AddIncomingGrainCallFilter(hung),
    };

    public async ValueTask InitializeAsync()
    {
        await silo.InitializeAsync();
        Assert.False((await silo.DistrictGrain.ReportFigures(new FiguresSubmission(
            "stated", SiloFixture.District, new Source("年报", "二"), [new Figure("fitness.excellent_good_rate", SiloFixture.Year, null, 10)]))).Refused);
    }

    public async ValueTask DisposeAsync()
    {
        hung.Release();
        await silo.DisposeAsync();
    }

    [Fact]
    public async Task Who_follows_a_unit_is_told_to_begin_anew_and_keeps_it_no_longer()
    {
        var changes = await SiloFixture.Follow(
            silo.DistrictGrain.Watch(Guid.NewGuid(), [SiloFixture.District], [], TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        var news = changes.MoveNextAsync().AsTask();

        await silo.Stop();

        Assert.Contains("goes with its silo", (await Assert.ThrowsAsync<SiloUnavailableException>(() => news)).Message, StringComparison.Ordinal);
        await AssertHandedOver();
    }

    [Fact]
    public async Task A_call_that_waits_for_another_unit_is_ended_and_can_be_made_again()
    {
        hung.Method = nameof(IUnitReads.Versions);
        var asked = silo.DistrictGrain.Versions([SiloFixture.District]);
        await hung.Began;

        await silo.Stop();

        Assert.Contains("goes with its silo", (await Assert.ThrowsAsync<SiloUnavailableException>(() => asked)).Message, StringComparison.Ordinal);
        await AssertHandedOver();
        hung.Release();
        Assert.NotEqual(0, (await silo.DistrictGrain.Versions([SiloFixture.District]))[0]);
    }

    [Fact]
    public void No_grain_is_moved_to_another_silo_before_it_is_let_go()
    {
        var grains = silo.Services.GetRequiredService<IClusterManifestProvider>().LocalGrainManifest.Grains;
        Assert.All(["school", "district", "city", "orgunittree"], kind =>
            Assert.Equal($"{(int)ImmovableKind.Any}", grains[GrainType.Create(kind)].Properties[WellKnownGrainTypeProperties.Immovable]));
    }

    /// <summary>A unit that was not waited for has written no snapshot.</summary>
    private async Task AssertHandedOver()
    {
        await silo.Start();
        Assert.Equal(1, (await silo.Journal.ReadSnapshotAsync(SiloFixture.District.Code, TestContext.Current.CancellationToken))?.Sequence);
    }

    /// <summary>Lets calls of one name begin and not end.</summary>
    private sealed class Hung : IIncomingGrainCallFilter
    {
        private readonly TaskCompletionSource began = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string? Method { get; set; }

        public Task Began => began.Task;

        public void Release() => released.TrySetResult();

        public async Task Invoke(IIncomingGrainCallContext context)
        {
            if (context.MethodName == Method)
            {
                began.TrySetResult();
                await released.Task;
            }

            await context.Invoke();
        }
    }
}
