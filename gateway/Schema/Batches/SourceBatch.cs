using EduAnalytics.Gateway.Queries.Sources;
using EduAnalytics.Gateway.Release;
using EduAnalytics.Gateway.Release.Sources;
using GraphQL.DataLoader;

namespace EduAnalytics.Gateway.Schema.Batches;

/// <summary>
/// The submissions behind all values and parts of one level of a request: two hundred schools are asked side by side, each
/// of them once. A list and its count are one question.
/// </summary>
internal sealed class SourceBatch(SourceRelease sources) : Batch<SourcesAsked, Released<ValueSources>>
{
    private int _most;

    /// <param name="first">The most that a field of the level asks for is fetched for all; each field cuts its own list.</param>
    public IDataLoaderResult<Released<ValueSources>> Load(SourcesAsked asked, int first)
    {
        _most = Math.Max(_most, first);
        return Defer(asked);
    }

    protected override Task<IReadOnlyList<Released<ValueSources>>> FetchAsync(IReadOnlyList<SourcesAsked> keys) => sources.Find(keys, _most);
}
