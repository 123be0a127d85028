using EduAnalytics.Contracts.Changes;
using EduAnalytics.Contracts.OrgUnits;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Gateway.Queries;

/// <summary>The tree of org units, kept for a second and asked again for a unit that it does not hold.</summary>
public sealed class OrgUnitQueries(IGrainFactory grains, TimeProvider time, ChangeBoard? board = null)
{
    private static readonly TimeSpan freshFor = TimeSpan.FromSeconds(1);

    private readonly ChangePlace? treeChanges = board?.PlaceOf(IOrgUnitTreeGrain.Key);
    private volatile HeldTree held = new(OrgUnitTree.Empty, null, 0);

    public async ValueTask<OrgUnitTree> Tree()
    {
        var now = held;
        return now.AskedAt is { } at && time.GetElapsedTime(at) < freshFor && (treeChanges is null || treeChanges.ChangedAt <= now.Moment)
            ? now.Tree
            : await Ask();
    }

    public async ValueTask<OrgUnit?> Find(string id)
    {
        if (!OrgUnitId.TryParse(id, out var code, out _))
            return null;
        return (await Tree()).Find(code) ?? (await Ask()).Find(code);
    }

    /// <exception cref="QueryRefusedException">No unit has that code.</exception>
    public async ValueTask<OrgUnit> Require(string id) =>
        await Find(id) ?? throw new QueryRefusedException(
            QueryErrorCodes.UnknownOrgUnit, $"There is no org unit '{id}'. List them with orgUnits.", id);

    private async Task<OrgUnitTree> Ask()
    {
        var (asked, moment) = (time.GetTimestamp(), board?.Now ?? 0);
        var newer = await grains.GetGrain<IOrgUnitTreeGrain>(IOrgUnitTreeGrain.Key).NewerThan(held.Tree.Version);
        held = new HeldTree(newer ?? held.Tree, asked, moment);
        return held.Tree;
    }

    private sealed record HeldTree(OrgUnitTree Tree, long? AskedAt, long Moment);
}
