using System.Collections.Immutable;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Domain.Problems;

/// <summary>The ledgers of problems that one unit has handed in; a later one from the same document for the same year replaces the earlier.</summary>
public sealed class NamedProblems
{
    private readonly Dictionary<(Period Period, string Document), ProblemLedger> ledgers = [];

    /// <summary>Newest year first, then in the order of their documents.</summary>
    public ImmutableArray<ProblemLedger> All =>
    [
        .. ledgers.Values.OrderByDescending(ledger => ledger.Period.Start).ThenBy(ledger => ledger.Source.Document, StringComparer.Ordinal),
    ];

    /// <summary>The same beside the unit's code; empty where none was handed in.</summary>
    public ImmutableArray<UnitProblems> Of(OrgUnitId unit) => ledgers.Count == 0 ? [] : [new UnitProblems(unit, All)];

    public void HandIn(ProblemsNamed named) =>
        Restore(new ProblemLedger(named.Period, named.Source, named.Problems, named.SubmissionId, named.AcceptedAt));

    /// <summary>Takes over a stored ledger.</summary>
    public void Restore(ProblemLedger ledger) => ledgers[(ledger.Period, ledger.Source.Document)] = ledger;

    /// <summary>Those that have to answer for a period's figures; empty where none was handed in.</summary>
    public ImmutableArray<ProblemLedger> AnsweringFor(Period period) =>
        ledgers.Count == 0 ? [] : [.. All.Where(ledger => ledger.AnswersFor(period))];
}
