using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings.Words;

namespace EduAnalytics.Domain.Findings.Targets;

/// <summary>
/// Targets are missed in the unit's newest year or the year before, and no ledger of problems that answers for it was handed
/// in. One finding for all of them, since nothing else can be said of any one. Values: how many indicators miss.
/// </summary>
/// <param name="Rules">Rules over targets and further thresholds.</param>
public sealed record MissesWithoutLedger(ImmutableArray<FindingRule> Rules) : UnitFindingKind
{
    public override ImmutableArray<string> Blanks => ["missed", "count"];

    public override bool OnlyNewestYear => true;

    public override IEnumerable<string> Subjects(Catalogue catalogue) => MissedTargets.SubjectsOf(Rules, catalogue).Take(1);

    public override IEnumerable<string> Reads(string subject, Catalogue catalogue) =>
        MissedTargets.SubjectsOf(Rules, catalogue).SelectMany(code => IndicatorSelection.CodesOf(code, catalogue)).Distinct();

    internal override Evidence? Look(string subject, Spot spot, FindingScope scope)
    {
        if (!scope.Problems.AnsweringFor(spot.Period).IsEmpty || !scope.Problems.AnsweringFor(spot.YearBefore.Period).IsEmpty)
            return null;
        var missed = MissedTargets.SubjectsOf(Rules, scope.Catalogue).Where(code => IsMissed(code, spot, scope)).ToList();
        return missed.Count == 0
            ? null
            : new Evidence(
                [EvidenceNumber.Plain(missed.Count, new("未达标的指标数", "Indicators that miss"), spot)],
                [("missed", Wording.List(missed.Select(code => scope.NameOf(code, null)))), ("count", Wording.Of(missed.Count))],
                []);
    }

    private bool IsMissed(string code, Spot year, FindingScope scope)
    {
        var stages = scope.Catalogue.FindIndicator(code)!.Stages.Select(stage => year with { Stage = stage }).Prepend(year);
        return stages.SelectMany(spot => new[] { spot, spot.YearBefore })
            .Any(spot => MissedTargets.Find(Rules, code, spot, scope) is { Severity: > Severity.Info });
    }
}
