using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Calls;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Release;
using EduAnalytics.Gateway.Release.Standards;
using GraphQL.DataLoader;

namespace EduAnalytics.Gateway.Schema.Batches;

/// <summary>How all schools stand by a standard is one call to their district.</summary>
internal sealed class ComplianceBatch(ComplianceRelease compliance) : Batch<(Caller Caller, ComplianceQuery Query), Released<Compliance>>
{
    /// <exception cref="QueryRefusedException">At once, for this field alone.</exception>
    public async Task<IDataLoaderResult<Released<Compliance>>> Load(Caller caller, ComplianceQuery query)
    {
        await compliance.Check(caller, query);
        return Defer((caller, query)).Select(compliance => compliance.Shown.IsKnown ? compliance : throw new UnitSilentException(compliance.Shown.Silent[0]));
    }

    // A scope is one request, and a request has one caller.
    protected override async Task<IReadOnlyList<Released<Compliance>>> FetchAsync(IReadOnlyList<(Caller Caller, ComplianceQuery Query)> keys) =>
        await compliance.Assess(keys[0].Caller, [.. keys.Select(key => key.Query)]);
}
