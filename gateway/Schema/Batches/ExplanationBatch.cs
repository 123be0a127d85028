using EduAnalytics.Domain.Indicators;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Queries.Sources;
using GraphQL.DataLoader;

namespace EduAnalytics.Gateway.Schema.Batches;

/// <summary>A unit is asked once for the reasons of all its values in a request, and all units at a time.</summary>
internal sealed class ExplanationBatch(IndicatorQueries indicators) : Batch<IndicatorValue, ExplainedValue>
{
    public IDataLoaderResult<ExplainedValue> Load(IndicatorValue value) => Defer(value);

    protected override Task<IReadOnlyList<ExplainedValue>> FetchAsync(IReadOnlyList<IndicatorValue> keys) => indicators.Explain(keys);
}
