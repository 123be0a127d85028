using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings.Words;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Findings.Changes;

/// <summary>A percentage that moved by more points than a bound within a year. Values: the year before, now.</summary>
/// <param name="Points">The bound; a move of just so many points is none.</param>
/// <param name="LeastBase">Below so many behind either value a rate jumps by chance. Stated rates have no known base and count.</param>
public sealed record JumpOfRate(IndicatorSelection Selection, decimal Points, decimal LeastBase) : UnitFindingKind
{
    public override ImmutableArray<string> Blanks => ["name", "before", "now", "points"];

    public override IEnumerable<string> Subjects(Catalogue catalogue) =>
        Selection.In(catalogue).Where(IndicatorSelection.IsShare).Select(indicator => indicator.Code);

    public override IEnumerable<string> Reads(string subject, Catalogue catalogue) => IndicatorSelection.CodesOf(subject, catalogue);

    public override IEnumerable<Period> PeriodsReading(Period changed) => [changed, Spot.ShiftYears(changed, 1)];

    internal override Evidence? Look(string subject, Spot spot, FindingScope scope)
    {
        var (now, before) = (scope.Read(subject, spot), scope.Read(subject, spot.YearBefore));
        if (now.Exact is not { } later || before.Exact is not { } earlier || Math.Abs(later - earlier) <= Points)
            return null;
        if (IsSmall(now) || IsSmall(before) || !now.IsLike(before) || scope.IsKeptByStage(subject, spot))
            return null;
        return new Evidence(
            [EvidenceNumber.Of(before, spot.YearBefore, scope.Catalogue), EvidenceNumber.Of(now, spot, scope.Catalogue)],
            [
                ("name", scope.NameOf(subject, spot.Stage)),
                ("before", scope.AmountOf(subject, before.Shown!.Value)),
                ("now", scope.AmountOf(subject, now.Shown!.Value)),
                ("points", Wording.Of(decimal.Round(Math.Abs(later - earlier), 2))),
            ],
            Reads(subject, scope.Catalogue).SelectMany(code => new[] { spot.Cell(code), spot.YearBefore.Cell(code) }));
    }

    private bool IsSmall(IndicatorReading reading) => reading.Denominator < LeastBase;
}
