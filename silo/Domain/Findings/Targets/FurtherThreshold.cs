using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings.Words;
using EduAnalytics.Domain.Indicators;

namespace EduAnalytics.Domain.Findings.Targets;

/// <summary>
/// A value that meets its target and misses the threshold of a further standard, towards which the district is bound.
/// Values: the value, the target met, the threshold missed.
/// </summary>
public sealed record FurtherThreshold(string Indicator, ImmutableArray<Target> Thresholds) : UnitFindingKind
{
    public override ImmutableArray<string> Blanks => ["name", "value", "comparison", "target", "threshold", "margin"];

    public override IEnumerable<string> Subjects(Catalogue catalogue) => [Indicator];

    public override IEnumerable<string> Reads(string subject, Catalogue catalogue) => IndicatorSelection.CodesOf(subject, catalogue);

    internal override Evidence? Look(string subject, Spot spot, FindingScope scope)
    {
        var reading = scope.Read(subject, spot);
        var further = (reading.Indicator with { Targets = Thresholds }).TargetFor(spot.Period, spot.Stage);
        if (reading.Exact is not { } exact || further is null || further.IsMetBy(exact))
            return null;
        if (reading.Indicator.TargetFor(spot.Period, spot.Stage) is not { } target || !target.IsMetBy(exact))
            return null;
        return new Evidence(
            [reading.Shown!.Value, target.Value, further.Value],
            [
                ("name", scope.NameOf(subject, spot.Stage)),
                ("value", scope.AmountOf(subject, reading.Shown.Value)),
                ("comparison", Wording.Of(further.Comparison)),
                ("target", scope.AmountOf(subject, target.Value)),
                ("threshold", scope.AmountOf(subject, further.Value)),
                ("margin", Wording.Of(decimal.Round(Math.Abs(exact - further.Value), reading.Indicator.Decimals))),
            ],
            Reads(subject, scope.Catalogue).Select(spot.Cell));
    }
}
