using GraphQL.DataLoader;

namespace EduAnalytics.Gateway.Schema.Batches;

/// <summary>Lets several fields show one deferred answer, each its own part of it.</summary>
internal static class DeferredMapping
{
    public static IDataLoaderResult<TPart> Select<T, TPart>(this IDataLoaderResult<T> deferred, Func<T, TPart> part) =>
        new Mapped<T, TPart>(deferred, part);

    private sealed class Mapped<T, TPart>(IDataLoaderResult<T> deferred, Func<T, TPart> part) : IDataLoaderResult<TPart>
    {
        public async Task<TPart> GetResultAsync(CancellationToken cancellationToken = default) =>
            part(await deferred.GetResultAsync(cancellationToken));

        async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) => await GetResultAsync(cancellationToken);
    }
}
