using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Problems;

namespace EduAnalytics.Gateway.Queries.Problems;

/// <summary>A problem with the ledger in which it stands, and the unit that handed it in.</summary>
public sealed record ListedProblem(OrgUnitId OrgUnit, Problem Problem, ProblemLedger Ledger);

/// <summary>The problems that units name themselves.</summary>
public sealed class ProblemQueries(IGrainFactory grains)
{
    /// <summary>The newest ledger first, each in its own order.</summary>
    /// <param name="period">The ledgers that answer for this period's figures; null for all.</param>
    internal async Task<IReadOnlyList<ListedProblem>> Of(OrgUnit unit, Period? period)
    {
        var ledgers = await grains.OwnGrain(unit).ProblemLedgers();
        return
        [
            .. ledgers.Where(ledger => period is not { } asked || ledger.AnswersFor(asked))
                .SelectMany(ledger => ledger.Problems, (ledger, problem) => new ListedProblem(unit.Id, problem, ledger)),
        ];
    }
}
