using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings.Words;
using EduAnalytics.Domain.Indicators;

namespace EduAnalytics.Domain.Findings.Contradictions;

/// <summary>
/// A stated percentage of a known number which no whole count gives, however it was rounded: 33.4 % of 12. Values: the
/// share, the number, and the nearest share that a whole count does give.
/// </summary>
public sealed record ImpossibleShare : UnitFindingKind
{
    public override bool HeedsEverySpan => true;

    public override ImmutableArray<string> Blanks => ["name", "share", "base", "nearest"];

    public override IEnumerable<string> Subjects(Catalogue catalogue) =>
        catalogue.Indicators.Where(indicator => CountsWhole(indicator, catalogue)).Select(indicator => indicator.Code);

    public override IEnumerable<string> Reads(string subject, Catalogue catalogue) => IndicatorSelection.CodesOf(subject, catalogue);

    internal override Evidence? Look(string subject, Spot spot, FindingScope scope)
    {
        // With the numerator known, the computed share is the better witness.
        if (scope.Read(subject, spot).Computed is not null || scope.FindStatement(spot.Cell(subject)) is not { } statement)
            return null;
        var ratio = (Formula.Ratio)scope.Catalogue.FindIndicator(subject)!.Formula;
        if (Base(ratio, spot, scope) is not (> 0 and var whole))
            return null;
        var share = statement.Figure.Value;
        if (IsPossible(share, whole, ratio.Scale))
            return null;
        var nearest = decimal.Round(Math.Round(share * whole / ratio.Scale) / whole * ratio.Scale, share.Scale + 1, MidpointRounding.AwayFromZero);
        return new Evidence(
            [
                EvidenceNumber.Stated(subject, spot, share, scope),
                EvidenceNumber.Plain(
                    whole, Wording.List(ratio.Denominator.Select(code => scope.NameOf(code, spot.Stage))), spot,
                    FindingNames.UnitOf(scope.Catalogue, ratio.Denominator[0]), ratio.Denominator.Select(spot.Cell)),
                EvidenceNumber.Plain(nearest, new("最接近的可能值", "Nearest share that a whole count gives"), spot, "percent"),
            ],
            [
                ("name", scope.NameOf(subject, spot.Stage)),
                ("share", scope.AmountOf(subject, share)),
                ("base", Wording.Of(whole)),
                ("nearest", scope.AmountOf(subject, nearest)),
            ],
            Reads(subject, scope.Catalogue).Select(spot.Cell));
    }

    /// <summary>Whether any whole count out of <paramref name="whole"/> rounds to the share as stated.</summary>
    internal static bool IsPossible(decimal share, decimal whole, decimal scale)
    {
        var half = StatedDigits.HalfPlace(share);
        var least = Math.Max(0, Math.Ceiling((share - half) * whole / scale));
        return least <= (share + half) * whole / scale && least <= whole;
    }

    private static decimal? Base(Formula.Ratio ratio, Spot spot, FindingScope scope)
    {
        decimal sum = 0;
        foreach (var code in ratio.Denominator)
        {
            if (scope.Find(code, spot) is not { } term || (!term.Stated && term.ReportedUnits < term.ExpectedUnits))
                return null;
            sum += term.Value;
        }

        return sum;
    }

    private static bool CountsWhole(Indicator indicator, Catalogue catalogue) =>
        indicator is { Unit: "percent", Formula: Formula.Ratio ratio }
        && ratio.Measures.All(code => catalogue.FindMeasure(code) is { Whole: true });
}
