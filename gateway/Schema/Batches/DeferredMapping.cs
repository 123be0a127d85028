using EduAnalytics.Domain.OrgUnits;
using GraphQL.DataLoader;

namespace EduAnalytics.Gateway.Schema.Batches;

/// <summary>Lets several fields show one deferred answer, each its own part of it.</summary>
internal static class DeferredMapping
{
    public static IDataLoaderResult<TPart> Select<T, TPart>(this IDataLoaderResult<T> deferred, Func<T, TPart> part) =>
        new Mapped<T, TPart>(deferred, part);

    /// <summary>The answer as it is; where one is missing without which it says nothing, that one is told of.</summary>
    /// <param name="missing">Null where nothing is missing that matters.</param>
    public static IDataLoaderResult<T> NamingSilent<T>(this IDataLoaderResult<T> deferred, Func<T, OrgUnit?> missing, Action<OrgUnit> whenSilent) =>
        deferred.Select(answer =>
        {
            if (missing(answer) is { } unit)
                whenSilent(unit);
            return answer;
        });

    private sealed class Mapped<T, TPart>(IDataLoaderResult<T> deferred, Func<T, TPart> part) : IDataLoaderResult<TPart>
    {
        public async Task<TPart> GetResultAsync(CancellationToken cancellationToken = default) =>
            part(await deferred.GetResultAsync(cancellationToken));

        async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) => await GetResultAsync(cancellationToken);
    }
}
