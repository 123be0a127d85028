using EduAnalytics.Domain.Indicators;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Release;
using EduAnalytics.Gateway.Release.Sources;
using GraphQL.DataLoader;

namespace EduAnalytics.Gateway.Schema.Batches;

/// <summary>A unit is asked once for the reasons of all its values in a request, and all units at a time.</summary>
internal sealed class ExplanationBatch(ExplanationRelease explanations) : Batch<(Caller Caller, Released<IndicatorValue> Value), Released<ExplainedValue>>
{
    public IDataLoaderResult<Released<ExplainedValue>> Load(Caller caller, Released<IndicatorValue> value) => Defer((caller, value));

    // A scope is one request, and a request has one caller.
    protected override Task<IReadOnlyList<Released<ExplainedValue>>> FetchAsync(IReadOnlyList<(Caller Caller, Released<IndicatorValue> Value)> keys) =>
        explanations.Of(keys[0].Caller, [.. keys.Select(key => key.Value)]);
}
