using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Release;
using EduAnalytics.Gateway.Release.Standards;
using GraphQL.DataLoader;

namespace EduAnalytics.Gateway.Schema.Batches;

/// <summary>How all schools stand by a standard is one call to their district.</summary>
internal sealed class ComplianceBatch(ComplianceRelease compliance) : Batch<(Caller Caller, ComplianceQuery Query), Released<Compliance>>
{
    /// <param name="whenSilent">Told of a unit that did not answer where the answer knows nothing without it.</param>
    /// <exception cref="QueryRefusedException">At once, for this field alone.</exception>
    public async Task<IDataLoaderResult<Released<Compliance>>> Load(Caller caller, ComplianceQuery query, Action<OrgUnit> whenSilent)
    {
        await compliance.Check(caller, query);
        return Defer((caller, query)).NamingSilent(found => found.Shown.IsKnown ? null : found.Shown.Silent[0], whenSilent);
    }

    // A scope is one request, and a request has one caller.
    protected override async Task<IReadOnlyList<Released<Compliance>>> FetchAsync(IReadOnlyList<(Caller Caller, ComplianceQuery Query)> keys) =>
        await compliance.Assess(keys[0].Caller, [.. keys.Select(key => key.Query)]);
}
