using System.Collections.Immutable;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Grains.Catalogues;
using EduAnalytics.Grains.RollUps;

namespace EduAnalytics.Grains.Tests.RollUps;

public sealed class WatcherListTests
{
    [Fact]
    public async Task A_watch_that_is_ended_does_not_wait_for_the_values_that_it_was_about_to_tell()
    {
        var neverEvaluated = new TaskCompletionSource<ImmutableArray<IndicatorValue>>();
        var catalogue = Assert.IsType<CatalogueReading.Complete>(CatalogueReader.Read(SiloFixture.ShippedCatalogue)).Catalogue;
        var watchers = new WatcherList(catalogue, TimeProvider.System, _ => neverEvaluated.Task, _ => null);
        using var going = new CancellationTokenSource();
        await using var watch = watchers.Follow(Guid.NewGuid(), [SiloFixture.District], [], going.Token).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var first = watch.MoveNextAsync().AsTask();

        await going.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
    }
}
