using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings.Words;

namespace EduAnalytics.Domain.Findings.Targets;

/// <summary>
/// A value that meets its target and would miss that of a further indicator, towards which the district is bound and of
/// which it gives nothing by itself. Values: the value, the target met, the threshold missed.
/// </summary>
/// <param name="Further">Once it has a value of its own, that is held against its target, and this rule is silent.</param>
public sealed record FurtherThreshold(string Indicator, string Further) : UnitFindingKind
{
    public override ImmutableArray<string> Blanks => ["name", "value", "comparison", "target", "threshold", "margin"];

    public override IEnumerable<string> Subjects(Catalogue catalogue) => [Indicator];

    public override IEnumerable<string> Reads(string subject, Catalogue catalogue) =>
        IndicatorSelection.CodesOf(Indicator, catalogue).Concat(IndicatorSelection.CodesOf(Further, catalogue)).Distinct();

    internal override Evidence? Look(string subject, Spot spot, FindingScope scope)
    {
        var (nearer, further) = (scope.Read(Indicator, spot), scope.Read(Further, spot));
        if (nearer.Exact is not { } exact || further.Exact is not null)
            return null;
        if (nearer.Indicator.TargetFor(spot.Period, spot.Stage) is not { } target || !target.IsMetBy(exact))
            return null;
        if (further.Indicator.TargetFor(spot.Period, spot.Stage) is not { } threshold || threshold.IsMetBy(exact))
            return null;
        return new Evidence(
            [
                EvidenceNumber.Of(nearer, spot, scope.Catalogue),
                EvidenceNumber.Of(target, Indicator, spot, scope.Catalogue),
                EvidenceNumber.Of(threshold, Further, spot, scope.Catalogue),
            ],
            [
                ("name", scope.NameOf(subject, spot.Stage)),
                ("value", scope.AmountOf(subject, nearer.Shown!.Value)),
                ("comparison", Wording.Of(threshold.Comparison)),
                ("target", scope.AmountOf(subject, target.Value)),
                ("threshold", scope.AmountOf(subject, threshold.Value)),
                ("margin", Wording.Of(decimal.Round(Math.Abs(exact - threshold.Value), nearer.Indicator.Decimals, MidpointRounding.AwayFromZero))),
            ],
            IndicatorSelection.CodesOf(Indicator, scope.Catalogue).Select(spot.Cell));
    }
}
