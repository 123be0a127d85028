using EduAnalytics.Domain.Breakdowns;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Release;
using EduAnalytics.Gateway.Release.Breakdowns;
using GraphQL.DataLoader;

namespace EduAnalytics.Gateway.Schema.Batches;

/// <summary>The breakdowns of all units that a level asks for are one call to each district.</summary>
internal sealed class BreakdownBatch(BreakdownRelease breakdowns)
    : Batch<(Caller Caller, BreakdownQuery Query, bool ByGrade, bool BySex), Released<ShownBreakdown>>
{
    /// <param name="whenSilent">Told of a unit that did not answer where the answer knows nothing without it.</param>
    /// <exception cref="QueryRefusedException">At once, for this field alone.</exception>
    public async Task<IDataLoaderResult<Released<ShownBreakdown>>> Load(
        Caller caller, BreakdownQuery query, IReadOnlyCollection<Dimension> by, Action<OrgUnit> whenSilent)
    {
        await breakdowns.Check(caller, query);
        return Defer((caller, query, by.Contains(Dimension.Grade), by.Contains(Dimension.Sex)))
            .NamingSilent(found => found.Shown.IsKnown ? null : found.Shown.Silent[0], whenSilent);
    }

    // A scope is one request, and a request has one caller.
    protected override async Task<IReadOnlyList<Released<ShownBreakdown>>> FetchAsync(
        IReadOnlyList<(Caller Caller, BreakdownQuery Query, bool ByGrade, bool BySex)> keys) =>
        await breakdowns.Of(keys[0].Caller, [.. keys.Select(key => (key.Query, key.ByGrade, key.BySex))]);
}
