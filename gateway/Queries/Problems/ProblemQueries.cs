using System.Collections.Immutable;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Problems;
using EduAnalytics.Gateway.Calls;

namespace EduAnalytics.Gateway.Queries.Problems;

/// <summary>The problems that one unit names.</summary>
/// <param name="Period">Those of the ledgers that answer for this period's figures; null for all.</param>
public readonly record struct ProblemQuery(OrgUnit OrgUnit, Period? Period);

/// <summary>A problem with the ledger in which it stands, and the unit that handed it in.</summary>
public sealed record ListedProblem(OrgUnitId OrgUnit, Problem Problem, ProblemLedger Ledger);

/// <summary>The problems that units name themselves.</summary>
public sealed class ProblemQueries(IGrainFactory grains)
{
    /// <summary>
    /// A list for each query, in their order; in each the newest ledger first, and each in its own order. A few schools of a
    /// district are asked themselves; of more, their district tells what all of them named, in one call.
    /// </summary>
    internal async Task<IReadOnlyList<IReadOnlyList<ListedProblem>>> Of(IReadOnlyList<ProblemQuery> queries)
    {
        var units = queries.Select(query => query.OrgUnit).DistinctBy(unit => unit.Id).ToList();
        var named = await Task.WhenAll(units.GroupBy(unit => unit.Level == OrgUnitLevel.School ? unit.Parent!.Value : unit.Id)
            .SelectMany(keeper => keeper.Count() > IndicatorQueries.FewSchools ? [AllAt(keeper.First())] : keeper.Select(OwnOf)).ToList());
        var ledgers = named.SelectMany(some => some).ToLookup(unit => unit.OrgUnit, unit => unit.Ledgers);
        return [.. queries.Select(query => InOrder(query, ledgers[query.OrgUnit.Id].FirstOrDefault()))];
    }

    private async Task<IEnumerable<UnitProblems>> AllAt(OrgUnit unit) => await grains.RowKeeper(unit).AllProblemLedgers().Within(unit);

    private async Task<IEnumerable<UnitProblems>> OwnOf(OrgUnit unit) => [new UnitProblems(unit.Id, await grains.OwnGrain(unit).ProblemLedgers().Within(unit))];

    private static IReadOnlyList<ListedProblem> InOrder(ProblemQuery query, ImmutableArray<ProblemLedger> ledgers) =>
    [
        .. (ledgers.IsDefault ? [] : ledgers).Where(ledger => query.Period is not { } asked || ledger.AnswersFor(asked))
            .SelectMany(ledger => ledger.Problems, (ledger, problem) => new ListedProblem(query.OrgUnit.Id, problem, ledger)),
    ];
}
