using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings.Words;

namespace EduAnalytics.Domain.Findings.Targets;

/// <summary>
/// What other rules find missed, while the unit has handed in a ledger that answers for the time and no open problem in it
/// is about the indicator. A miss that is worth knowing only need not be named. Values: those of the rule that found it.
/// </summary>
/// <param name="Rules">Rules over targets and further thresholds.</param>
public sealed record UnnamedMiss(ImmutableArray<FindingRule> Rules) : UnitFindingKind
{
    public override ImmutableArray<string> Blanks => ["name", "value", "comparison", "target", "margin", "named"];

    public override IEnumerable<string> Subjects(Catalogue catalogue) => MissedTargets.SubjectsOf(Rules, catalogue);

    public override IEnumerable<string> Reads(string subject, Catalogue catalogue) => IndicatorSelection.CodesOf(subject, catalogue);

    internal override Evidence? Look(string subject, Spot spot, FindingScope scope)
    {
        var ledgers = scope.Problems.AnsweringFor(spot.Period);
        if (ledgers.IsEmpty || ledgers.Any(ledger => ledger.Names(subject)))
            return null;
        if (MissedTargets.Find(Rules, subject, spot, scope) is not { Severity: > Severity.Info } missed)
            return null;
        return missed with
        {
            Blanks = [.. missed.Blanks.Where(one => Blanks.Contains(one.Blank)), ("named", Wording.Of(ledgers.Sum(ledger => ledger.Problems.Length)))],
            Sources = [.. ledgers.Select(ledger => ledger.Reference(scope.Unit.Id))],
        };
    }
}
