using EduAnalytics.Contracts.OrgUnits;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Grains.OrgUnits;

/// <summary>How a grain learns which unit it is.</summary>
internal static class OrgUnitLookup
{
    public static async Task<OrgUnitTree> GetOrgUnitTree(this IGrainFactory grains) =>
        await grains.GetGrain<IOrgUnitTreeGrain>(IOrgUnitTreeGrain.Key).NewerThan(-1) ?? OrgUnitTree.Empty;

    /// <exception cref="InvalidOperationException">No unit of that level has the code: the caller went round the gateway's check.</exception>
    public static OrgUnit Require(this OrgUnitTree tree, string code, OrgUnitLevel level)
    {
        var unit = OrgUnitId.TryParse(code, out var id, out _) ? tree.Find(id) : null;
        return unit?.Level == level ? unit : throw new InvalidOperationException($"'{code}' is no {level}.");
    }
}
