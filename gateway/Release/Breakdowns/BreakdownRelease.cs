using EduAnalytics.Domain.Breakdowns;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Release;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Calls;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Queries.Breakdowns;

namespace EduAnalytics.Gateway.Release.Breakdowns;

/// <summary>
/// Counts by grade and sex, as a reader may see them. To who is no staff a breakdown is shown as a whole or not at all
/// (<see cref="OpenBreakdowns"/>).
/// </summary>
public sealed class BreakdownRelease(
    BreakdownQueries breakdowns, IndicatorQueries indicators, WithheldQueries withheld, OrgUnitQueries orgUnits, Catalogue catalogue)
{
    /// <exception cref="QueryRefusedException">
    /// The indicator is unknown, or is not kept by that kind of period; or the unit is not for the caller.
    /// </exception>
    public async Task Check(Caller caller, BreakdownQuery query)
    {
        indicators.Check(query.Indicator, query.Period, null);
        if (!new Rights(caller, await orgUnits.Tree()).Reaches(query.OrgUnit))
            throw Forbidden.ToRead(caller, query.OrgUnit.Code);
    }

    /// <summary>In the order of the queries, which must have passed <see cref="Check"/>.</summary>
    public async Task<IReadOnlyList<Released<ShownBreakdown>>> Of(Caller caller, IReadOnlyList<(BreakdownQuery Query, bool ByGrade, bool BySex)> asked)
    {
        var tree = await orgUnits.Tree();
        var queries = asked.Select(one => one.Query).Where(query => Counted(query, out _) is not null).Distinct().ToList();
        var found = queries.Zip(await breakdowns.Of(queries)).ToDictionary(pair => pair.First, pair => pair.Second);
        var shown = new Rights(caller, tree).IsStaff ? null : await ShownToAll(queries, tree);
        return [.. asked.Select(one => new Released<ShownBreakdown>(Counted(one.Query, out var gap) is { } counted
            ? Shown(indicators.Require(one.Query.Indicator), counted, found[one.Query], one.ByGrade, one.BySex, shown?.Contains(one.Query) == false)
            : new ShownBreakdown(indicators.Require(one.Query.Indicator), null, gap, null)))];
    }

    /// <summary>What a reader gets of a unit that is not for it.</summary>
    public Released<ShownBreakdown> Nothing(string indicator) =>
        new(new ShownBreakdown(indicators.Require(indicator), null, null, Suppression.NotPermitted));

    private static ShownBreakdown Shown(
        Indicator indicator, CountedIndicator counted, PartialBreakdown found, bool byGrade, bool bySex, bool isWithheld)
    {
        if (found.Counts is not { } breakdown)
            return new ShownBreakdown(indicator, null, null, null) { Silent = found.Silent };
        if (breakdown.Cells.IsEmpty)
            return new ShownBreakdown(indicator, null, BreakdownGap.NoRecords, null) { Silent = found.Silent };

        // Which grades there are tells where somebody is counted, and so not even they stay.
        if (isWithheld)
            return new ShownBreakdown(indicator, null, null, Suppression.SmallCount);
        var rows = breakdown.Cells
            .GroupBy(cell => new GradeAndSex(byGrade ? cell.Cell.Grade : null, bySex ? cell.Cell.Sex : null))
            .Select(row =>
            {
                var (above, below) = (row.Sum(counted.NumeratorOf), row.Sum(counted.DenominatorOf));
                var over = row.Any(cell => counted.DenominatorOf(cell) is not null) ? below : null;
                return new BreakdownRow(row.Key, above, over, counted.ValueOf(above, over), null);
            });
        return new ShownBreakdown(indicator, [.. rows], null, null) { Silent = found.Silent };
    }

    /// <summary>The queries whose breakdowns everyone may see.</summary>
    private async Task<IReadOnlySet<BreakdownQuery>> ShownToAll(IReadOnlyList<BreakdownQuery> asked, OrgUnitTree tree)
    {
        var queries = asked.Where(query => query.Period.Type == PeriodType.Year).ToList();
        var cities = queries.Select(query => query with { OrgUnit = tree.SelfAndAncestors(tree.Find(query.OrgUnit)!).Last().Id }).Distinct().ToList();
        var upper = cities.SelectMany(city => tree.ChildrenOf(city.OrgUnit).Select(district => city with { OrgUnit = district.Id }).Prepend(city)).Distinct().ToList();
        var large = await Large(upper);
        var districts = queries.Where(query => OpenBreakdowns.IsShownAbove(tree, query, large.Contains))
            .Select(query => (Query: query, Unit: tree.Find(query.OrgUnit)!))
            .Where(one => one.Unit.Level == OrgUnitLevel.School)
            .Select(one => one.Query with { OrgUnit = one.Unit.Parent!.Value });
        var withSchools = await breakdowns.WithShownSchools(districts);
        return queries.Where(query => OpenBreakdowns.IsShown(tree, query, large.Contains, withSchools.Contains)).ToHashSet();
    }

    /// <summary>Those without a small count, and of which no value that they add up to is withheld.</summary>
    /// <exception cref="UnitSilentException">One of the units did not answer, and whether the others may be shown depends on it.</exception>
    private async Task<IReadOnlySet<BreakdownQuery>> Large(IReadOnlyList<BreakdownQuery> queries)
    {
        var found = await breakdowns.Of(queries);
        if (found.FirstOrDefault(one => !one.Silent.IsEmpty) is { } partial)
            throw new UnitSilentException(partial.Silent[0]);
        var closed = await withheld.Among(queries.SelectMany(query => ValuesOf(query)));
        return queries.Where((query, i) => Counted(query, out _)!.MayBeShown(found[i].Counts!) && !ValuesOf(query).Any(closed.Contains)).ToHashSet();
    }

    private IEnumerable<ValueQuery> ValuesOf(BreakdownQuery query) => Counted(query, out _)!.ValuesOf(query.OrgUnit, query.Period);

    private CountedIndicator? Counted(BreakdownQuery query, out BreakdownGap? gap) =>
        CountedIndicator.Of(indicators.Require(query.Indicator), query.Period, catalogue, out gap);
}
