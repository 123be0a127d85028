using System.Collections.Immutable;
using EduAnalytics.Contracts;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Release;
using EduAnalytics.Gateway.Calls;

namespace EduAnalytics.Gateway.Queries;

/// <summary>
/// What districts and cities withhold of their own counts and their children's from all but their staff, in one call to each
/// that keeps rows. A school itself does not know.
/// </summary>
public sealed class WithheldQueries(IGrainFactory grains, OrgUnitQueries orgUnits, IndicatorQueries indicators)
{
    /// <summary>The withheld ones among values, each as of the instant that it names.</summary>
    /// <exception cref="UnitSilentException">A unit did not answer: without it all might be withheld, or nothing.</exception>
    internal async Task<IReadOnlySet<ValueQuery>> Among(IEnumerable<ValueQuery> values)
    {
        var byTime = values.ToLookup(value => value.AsOf is null);
        var now = await Ask(byTime[true], value => value.OrgUnit, (keeper, asked) => keeper.WhyValuesWithheld(asked));
        if (!byTime[false].Any())
            return now;
        var past = await indicators.Values([.. byTime[false].Distinct()], Audience.Everyone);
        if (past.FirstOrDefault(value => value.AnsweredBy == AnsweredBy.Nobody) is { } unknown)
            throw new UnitSilentException(await orgUnits.Require(unknown.OrgUnit.Code));
        return now.Concat(byTime[false].Distinct().Where((_, i) => past[i].Withheld is not null)).ToHashSet();
    }

    /// <summary>
    /// The values, among these, of units below which the same value is withheld: a step of theirs may be one school's count.
    /// </summary>
    internal async Task<IReadOnlySet<ValueQuery>> OverHidden(IEnumerable<ValueQuery> totals)
    {
        var tree = await orgUnits.Tree();
        var below = totals.Distinct()
            .Select(total => (Total: total, Below: tree.Below(total.OrgUnit).Select(unit => total with { OrgUnit = unit.Id }).ToList()))
            .Where(pair => pair.Below.Count > 0)
            .ToList();
        var hidden = await Among(below.SelectMany(pair => pair.Below));
        return below.Where(pair => pair.Below.Exists(hidden.Contains)).Select(pair => pair.Total).ToHashSet();
    }

    /// <summary>The findings, among these, whose numbers are withheld.</summary>
    internal Task<IReadOnlySet<FindingId>> Among(IEnumerable<FindingId> findings) =>
        Ask(findings, finding => finding.OrgUnit, (keeper, asked) => keeper.WhyFindingsWithheld(asked));

    private async Task<IReadOnlySet<T>> Ask<T>(
        IEnumerable<T> all, Func<T, OrgUnitId> unitOf, Func<IRowKeeper, ImmutableArray<T>, Task<ImmutableArray<Suppression?>>> ask)
    {
        var tree = await orgUnits.Tree();
        var perKeeper = all.Distinct()
            .Select(one => (One: one, Unit: tree.Find(unitOf(one))!))
            .GroupBy(pair => pair.Unit.Level == OrgUnitLevel.School ? pair.Unit.Parent!.Value : pair.Unit.Id);
        var answers = await Task.WhenAll(perKeeper.Select(async group =>
        {
            var asked = group.Select(pair => pair.One).ToImmutableArray();
            var reasons = await ask(grains.RowKeeper(group.First().Unit), asked).Within(tree.Find(group.Key)!);
            return asked.Where((_, i) => reasons[i] is not null);
        }));
        return answers.SelectMany(withheld => withheld).ToHashSet();
    }
}
