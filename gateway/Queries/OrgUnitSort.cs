using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Gateway.Queries;

public enum SortDirection
{
    Ascending,
    Descending,
}

/// <summary>One step of an order. Names compare by their characters' codes: the same on every machine.</summary>
public sealed record OrgUnitSort(SortDirection? Name, SortDirection? Id)
{
    /// <summary>Sorts by the first step, equals by the next, and so on; without steps the order of registration stays.</summary>
    public static IEnumerable<OrgUnit> Apply(IEnumerable<OrgUnit> units, IReadOnlyList<OrgUnitSort> steps)
    {
        // Sorting keeps the order of equals, so the last step is applied first.
        foreach (var step in steps.Reverse())
        {
            units = Apply(units, step.Id, unit => unit.Id.Code);
            units = Apply(units, step.Name, unit => unit.Name);
        }

        return units;
    }

    private static IEnumerable<OrgUnit> Apply(IEnumerable<OrgUnit> units, SortDirection? direction, Func<OrgUnit, string> key) =>
        direction switch
        {
            SortDirection.Ascending => units.OrderBy(key, StringComparer.Ordinal),
            SortDirection.Descending => units.OrderByDescending(key, StringComparer.Ordinal),
            _ => units,
        };
}
