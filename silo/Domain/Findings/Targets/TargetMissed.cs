using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings.Words;

namespace EduAnalytics.Domain.Findings.Targets;

/// <summary>
/// A value that misses the target in force. How far decides how grave it is, in per cent of the target. Values: the value,
/// the target.
/// </summary>
/// <param name="CriticalFrom">Missing it by so much or more is critical.</param>
/// <param name="InfoBelow">Missing it by less is worth knowing only.</param>
public sealed record TargetMissed(IndicatorSelection Selection, decimal CriticalFrom, decimal InfoBelow) : UnitFindingKind
{
    public override ImmutableArray<string> Blanks => ["name", "value", "comparison", "target", "margin", "coverage", "doubt"];

    public override IEnumerable<string> Subjects(Catalogue catalogue) =>
        Selection.In(catalogue).Where(indicator => !indicator.Targets.IsEmpty).Select(indicator => indicator.Code);

    public override IEnumerable<string> Reads(string subject, Catalogue catalogue) => IndicatorSelection.CodesOf(subject, catalogue);

    internal override Evidence? Look(string subject, Spot spot, FindingScope scope)
    {
        var reading = scope.Read(subject, spot);
        if (reading.Exact is not { } exact || reading.Indicator.TargetFor(spot.Period, spot.Stage) is not { } target)
            return null;
        if (target.IsMetBy(exact) || scope.IsKeptByStage(subject, spot))
            return null;
        return new Evidence(
            [EvidenceNumber.Of(reading, spot, scope.Catalogue), EvidenceNumber.Of(target, subject, spot, scope.Catalogue)],
            [
                ("name", scope.NameOf(subject, spot.Stage)),
                ("value", scope.AmountOf(subject, reading.Shown!.Value)),
                ("comparison", Wording.Of(target.Comparison)),
                ("target", scope.AmountOf(subject, target.Value)),
                ("margin", Wording.Of(decimal.Round(Math.Abs(exact - target.Value), reading.Indicator.Decimals, MidpointRounding.AwayFromZero))),
                ("coverage", Coverage(reading)),
                ("doubt", target.SourceConfirmed ? Wording.None : new("（该目标值未经公开文本证实）", " (a target not confirmed in a public text)")),
            ],
            Reads(subject, scope.Catalogue).Select(spot.Cell))
        {
            Severity = Weigh(exact, target.Value),
        };
    }

    private Severity Weigh(decimal value, decimal target)
    {
        if (target == 0)
            return Severity.Critical;
        var missedBy = Math.Abs((value - target) / target) * 100;
        return missedBy >= CriticalFrom ? Severity.Critical : missedBy < InfoBelow ? Severity.Info : Severity.Warning;
    }

    /// <summary>A rate of three schools out of five may yet turn; the reader must know.</summary>
    private static Wording Coverage(IndicatorReading reading) =>
        reading.Computed?.Parts is { Stated: false } parts && parts.ReportedUnits < parts.ExpectedUnits
            ? new($"（{parts.ExpectedUnits} 个单位中 {parts.ReportedUnits} 个已报）", $" ({parts.ReportedUnits} of {parts.ExpectedUnits} units reported)")
            : Wording.None;
}
