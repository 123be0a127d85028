using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Breakdowns;

/// <summary>
/// Which breakdowns everyone may see: of all units of one parent or of none, and below a unit only where its own is shown. So
/// whatever is shown less whatever else is shown is a sum of cells that may be shown themselves.
/// </summary>
public static class OpenBreakdowns
{
    /// <summary>
    /// Whether the breakdown of a unit's district is shown, or of its city where it is one; what is asked first, since schools
    /// are asked for no more where it is not.
    /// </summary>
    /// <param name="isLarge">Whether nothing in a city's or a district's breakdown, and no value that it adds up to, is withheld.</param>
    public static bool IsShownAbove(OrgUnitTree tree, BreakdownQuery query, Func<BreakdownQuery, bool> isLarge)
    {
        // Years of both kinds would tell, where they overlap, who was tested in a few months.
        if (query.Period.Type != PeriodType.Year)
            return false;
        var path = tree.SelfAndAncestors(tree.Find(query.OrgUnit)!).ToList();
        var city = query with { OrgUnit = path[^1].Id };
        return isLarge(city) && (path.Count == 1 || tree.ChildrenOf(city.OrgUnit).All(district => isLarge(query with { OrgUnit = district.Id })));
    }

    /// <summary>Whether the breakdown is shown.</summary>
    /// <param name="areSchoolsLarge">The same for all schools of a district, which the query names.</param>
    public static bool IsShown(OrgUnitTree tree, BreakdownQuery query, Func<BreakdownQuery, bool> isLarge, Func<BreakdownQuery, bool> areSchoolsLarge) =>
        IsShownAbove(tree, query, isLarge)
        && (tree.Find(query.OrgUnit) is not { Level: OrgUnitLevel.School, Parent: { } district } || areSchoolsLarge(query with { OrgUnit = district }));
}
