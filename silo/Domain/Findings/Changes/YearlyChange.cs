using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings.Words;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Findings.Changes;

/// <summary>
/// A change against the year before that policy rules out: funds may only rise, myopia must fall by half a point. Values:
/// the year before, now.
/// </summary>
/// <param name="AtLeast">The least change allowed, in the indicator's unit; null for none.</param>
/// <param name="AtMost">The greatest change allowed; null for none.</param>
public sealed record YearlyChange(string Indicator, decimal? AtLeast, decimal? AtMost) : UnitFindingKind
{
    public override ImmutableArray<string> Blanks => ["name", "before", "now", "change", "bound"];

    public override IEnumerable<string> Subjects(Catalogue catalogue) => [Indicator];

    public override IEnumerable<string> Reads(string subject, Catalogue catalogue) => IndicatorSelection.CodesOf(subject, catalogue);

    public override IEnumerable<Period> PeriodsReading(Period changed) => [changed, Spot.ShiftYears(changed, 1)];

    internal override Evidence? Look(string subject, Spot spot, FindingScope scope)
    {
        var (now, before) = (scope.Read(subject, spot), scope.Read(subject, spot.YearBefore));
        if (now.Exact is not { } later || before.Exact is not { } earlier || !now.IsLike(before))
            return null;
        var change = later - earlier;
        var bound = change < AtLeast ? AtLeast : change > AtMost ? AtMost : null;
        if (bound is not { } broken || scope.IsKeptByStage(subject, spot))
            return null;
        return new Evidence(
            [EvidenceNumber.Of(before, spot.YearBefore, scope.Catalogue), EvidenceNumber.Of(now, spot, scope.Catalogue)],
            [
                ("name", scope.NameOf(subject, spot.Stage)),
                ("before", scope.AmountOf(subject, before.Shown!.Value)),
                ("now", scope.AmountOf(subject, now.Shown!.Value)),
                ("change", Wording.Of(decimal.Round(change, now.Indicator.Decimals, MidpointRounding.AwayFromZero))),
                ("bound", Wording.Of(broken)),
            ],
            Reads(subject, scope.Catalogue).SelectMany(code => new[] { spot.Cell(code), spot.YearBefore.Cell(code) }));
    }
}
