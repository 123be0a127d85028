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
        return Cut([.. OrgUnitSort.Apply(from.Where(unit => filter.Includes(unit, tree)), order)], page);
    }

    public async Task<OrgUnitPage> ChildrenOf(OrgUnit parent, PageQuery page) =>
        Cut((await orgUnits.Tree()).ChildrenOf(parent.Id), page);

    private OrgUnitPage Cut(IReadOnlyList<OrgUnit> all, PageQuery page)
    {
        var first = page.Size(options.Value, "units");
        var skipped = page.After is { } cursor ? PositionAfter(all, cursor) : 0;
        return new OrgUnitPage([.. all.Skip(skipped).Take(first)], all.Count, skipped);
    }

    private static int PositionAfter(IReadOnlyList<OrgUnit> all, string cursor)
    {
        for (var i = 0; i < all.Count; i++)
        {
            if (OrgUnitPage.CursorOf(all[i]) == cursor)
                return i + 1;
        }

        throw new QueryRefusedException(QueryErrorCodes.BadArgument, $"'{cursor}' is no cursor of this list.", "after");
    }
}
