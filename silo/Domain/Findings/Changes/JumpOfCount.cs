using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings.Words;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Findings.Changes;

/// <summary>A quantity that grew or shrank by more than a share of itself within a year. Values: the year before, now.</summary>
/// <param name="Share">The bound in per cent of the year before; a move of just so much is none.</param>
/// <param name="Least">Smaller quantities double and halve by chance; the larger of both years decides.</param>
public sealed record JumpOfCount(ImmutableArray<string> Measures, decimal Share, decimal Least) : UnitFindingKind
{
    public override ImmutableArray<string> Blanks => ["name", "before", "now", "share"];

    public override IEnumerable<string> Subjects(Catalogue catalogue) => Measures;

    public override IEnumerable<string> Reads(string subject, Catalogue catalogue) => [subject];

    public override IEnumerable<Period> PeriodsReading(Period changed) => [changed, Spot.ShiftYears(changed, 1)];

    internal override Evidence? Look(string subject, Spot spot, FindingScope scope)
    {
        if (scope.Find(subject, spot) is not { } now || scope.Find(subject, spot.YearBefore) is not { Value: > 0 } before)
            return null;
        var share = Math.Abs(now.Value - before.Value) / before.Value * 100;
        if (share <= Share || Math.Max(now.Value, before.Value) < Least || !AreLike(now, before) || IsKeptByStage(subject, spot, scope))
            return null;
        return new Evidence(
            [EvidenceNumber.Of(subject, spot.YearBefore, before, scope), EvidenceNumber.Of(subject, spot, now, scope)],
            [
                ("name", scope.NameOf(subject, spot.Stage)),
                ("before", scope.AmountOf(subject, before.Value)),
                ("now", scope.AmountOf(subject, now.Value)),
                ("share", Wording.Of(decimal.Round(share, 1))),
            ],
            [spot.Cell(subject), spot.YearBefore.Cell(subject)]);
    }

    /// <summary>Schools that began to report are no growth.</summary>
    private static bool AreLike(Term now, Term before) => now.Stated == before.Stated && now.ReportedUnits == before.ReportedUnits;

    private static bool IsKeptByStage(string subject, Spot spot, FindingScope scope) =>
        spot.Stage is null
        && scope.Catalogue.FindMeasure(subject)!.Stages is { Length: > 1 } stages
        && stages.Any(stage => scope.Find(subject, spot with { Stage = stage }) is not null);
}
