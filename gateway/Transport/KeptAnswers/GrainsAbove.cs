using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Queries;

namespace EduAnalytics.Gateway.Transport.KeptAnswers;

/// <summary>
/// What an answer rests on besides the grains that the gateway asked: what is withheld of a district its city decides, by the
/// counts of all its districts. To staff nothing is withheld, and their answers rest on what was asked alone.
/// </summary>
/// <param name="orgUnits">Null for a schema that is not of org units.</param>
internal sealed class GrainsAbove(OrgUnitQueries? orgUnits)
{
    /// <param name="asked">The keys of the grains that were asked.</param>
    public async ValueTask<IReadOnlyList<string>> Of(Caller? caller, IReadOnlyList<string> asked)
    {
        if (orgUnits is null || caller is null)
            return [];
        var tree = await orgUnits.Tree();
        return new Rights(caller, tree).IsStaff
            ? []
            : [.. asked.Select(key => OrgUnitId.TryParse(key, out var id, out _) ? tree.Find(id) : null).OfType<OrgUnit>()
                .SelectMany(tree.SelfAndAncestors).Select(unit => unit.Id.Code).Distinct()];
    }
}
