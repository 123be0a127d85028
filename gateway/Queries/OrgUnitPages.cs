using EduAnalytics.Domain.OrgUnits;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Gateway.Queries;

/// <summary>Which part of a list is wanted.</summary>
/// <param name="First">How many; null for the usual page.</param>
/// <param name="After">The cursor of the element before the page; null for the beginning.</param>
public readonly record struct PageQuery(int? First, string? After)
{
    /// <summary>How many elements the page may hold.</summary>
    /// <param name="elements">What they are, in the plural.</param>
    /// <exception cref="QueryRefusedException">Fewer than none, or more than a page may have, are asked for.</exception>
    public int Size(GatewayOptions limits, string elements)
    {
        var first = First ?? limits.DefaultPageSize;
        return first >= 0 && first <= limits.MaxPageSize ? first : throw new QueryRefusedException(
            QueryErrorCodes.BadArgument, $"A page has 0 to {limits.MaxPageSize} {elements} (Gateway:MaxPageSize); {first} were asked for.", "first")
        { Limit = new QueryLimit(nameof(limits.MaxPageSize), limits.MaxPageSize, first) };
    }
}

/// <summary>Lists of org units: filtered, sorted, and a page at a time.</summary>
public sealed class OrgUnitPages(OrgUnitQueries orgUnits, IOptions<GatewayOptions> options)
{
    /// <exception cref="QueryRefusedException">The filter's parent is unknown, or the page cannot be had.</exception>
    public async Task<OrgUnitPage> Find(OrgUnitFilter filter, IReadOnlyList<OrgUnitSort> order, PageQuery page)
    {
        var parent = filter.Parent is { } id ? await orgUnits.Require(id) : null;
        var tree = await orgUnits.Tree();
        var from = parent is null ? tree.All : tree.ChildrenOf(parent.Id);
        return Cut(from, unit => filter.Includes(unit, tree), order, page);
    }

    public async Task<OrgUnitPage> ChildrenOf(OrgUnit parent, PageQuery page) =>
        Cut((await orgUnits.Tree()).ChildrenOf(parent.Id), _ => true, [], page);

    private OrgUnitPage Cut(IEnumerable<OrgUnit> units, Func<OrgUnit, bool> isWanted, IReadOnlyList<OrgUnitSort> order, PageQuery page)
    {
        var first = page.Size(options.Value, "units");
        if (page.After is not { } cursor)
        {
            var all = OrgUnitSort.Apply(units.Where(isWanted), order).ToList();
            return new OrgUnitPage([.. all.Take(first)], all.Count, 0);
        }

        var mark = MarkOf(cursor, units);
        var sorted = OrgUnitSort.Apply(units.SelectMany(unit => Marked(unit, mark, isWanted)), order).ToList();
        var place = sorted.FindIndex(unit => ReferenceEquals(unit, mark));
        sorted.RemoveAt(place);
        if (place < sorted.Count && sorted[place].Id == mark.Id)
            place++;
        return new OrgUnitPage([.. sorted.Skip(place).Take(first)], sorted.Count, place);
    }

    /// <summary>The cursor's unit as it was called when the cursor was given: its place stays though it was renamed or left the list.</summary>
    private static OrgUnit MarkOf(string cursor, IEnumerable<OrgUnit> units) =>
        OrgUnitPage.ReadCursor(cursor) is { } read && units.FirstOrDefault(unit => unit.Id.Code == read.Id) is { } unit
            ? unit with { Name = read.Name }
            : throw new QueryRefusedException(QueryErrorCodes.BadArgument, $"'{cursor}' is no cursor of this list.", "after");

    private static IEnumerable<OrgUnit> Marked(OrgUnit unit, OrgUnit mark, Func<OrgUnit, bool> isWanted)
    {
        if (unit.Id == mark.Id)
            yield return mark;
        if (isWanted(unit))
            yield return unit;
    }
}
