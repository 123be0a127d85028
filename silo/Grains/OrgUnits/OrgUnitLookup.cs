using EduAnalytics.Domain.OrgUnits;
using Microsoft.Extensions.DependencyInjection;

namespace EduAnalytics.Grains.OrgUnits;

/// <summary>How a grain learns which unit it is.</summary>
internal static class OrgUnitLookup
{
    /// <summary>The tree as it is now, the same object for all grains of the silo.</summary>
    public static Task<OrgUnitTree> GetOrgUnitTree(this IGrainBase grain) =>
        grain.GrainContext.ActivationServices.GetRequiredService<SharedOrgUnitTree>().Now();

    /// <exception cref="InvalidOperationException">No unit of that level has the code: the caller went round the gateway's check.</exception>
    public static OrgUnit Require(this OrgUnitTree tree, string code, OrgUnitLevel level)
    {
        var unit = OrgUnitId.TryParse(code, out var id, out _) ? tree.Find(id) : null;
        return unit?.Level == level ? unit : throw new InvalidOperationException($"'{code}' is no {level}.");
    }
}
