using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Release;
using GraphQL.DataLoader;

namespace EduAnalytics.Gateway.Schema.Batches;

/// <summary>The distributions of all districts, or in all schools, are one call to each district.</summary>
internal sealed class DistributionBatch(DistributionRelease distributions) : Batch<(Caller Caller, DistributionQuery Query), Released<IndicatorDistribution>>
{
    /// <param name="whenSilent">Told of a unit that did not answer where the answer knows nothing without it.</param>
    /// <exception cref="QueryRefusedException">At once, for this field alone.</exception>
    public async Task<IDataLoaderResult<Released<IndicatorDistribution>>> Load(Caller caller, DistributionQuery query, Action<OrgUnit> whenSilent)
    {
        await distributions.Check(caller, query);
        return Defer((caller, query)).NamingSilent(found => IsKnown(found.Shown, query) ? null : found.Shown.Silent[0], whenSilent);
    }

    /// <summary>A city of which some districts are silent has something to say, and names them.</summary>
    private static bool IsKnown(IndicatorDistribution found, DistributionQuery query) =>
        found.Silent.IsEmpty || (query.OrgUnit.Level == OrgUnitLevel.City && found.Values.Count > 0);

    // A scope is one request, and a request has one caller.
    protected override async Task<IReadOnlyList<Released<IndicatorDistribution>>> FetchAsync(IReadOnlyList<(Caller Caller, DistributionQuery Query)> keys) =>
        await distributions.Over(keys[0].Caller, [.. keys.Select(key => key.Query)]);
}
