using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;

namespace EduAnalytics.Domain.Findings.Contradictions;

/// <summary>
/// A share below 0 or above 100 per cent: a part larger than its whole. Values: numerator and denominator where there are
/// any, then the share.
/// </summary>
/// <param name="Except">Rates that may exceed 100, such as gross enrolment, which counts children of other ages too.</param>
public sealed record ShareOutOfBounds(ImmutableArray<string> Except) : UnitFindingKind
{
    private const decimal WholeShare = 100;

    public override bool HeedsEverySpan => true;

    public override ImmutableArray<string> Blanks => ["name", "share"];

    public override IEnumerable<string> Subjects(Catalogue catalogue) =>
        catalogue.Indicators.Where(IndicatorSelection.IsShare).Where(indicator => !Except.Contains(indicator.Code)).Select(indicator => indicator.Code)
            .Concat(catalogue.Measures.Where(measure => measure.Unit == "percent").Select(measure => measure.Code));

    public override IEnumerable<string> Reads(string subject, Catalogue catalogue) => IndicatorSelection.CodesOf(subject, catalogue);

    internal override Evidence? Look(string subject, Spot spot, FindingScope scope)
    {
        var indicator = scope.Catalogue.FindIndicator(subject);
        IndicatorReading? reading = indicator is null ? null : scope.Read(subject, spot);
        var share = indicator is null ? scope.Find(subject, spot)?.Value : reading?.Exact;
        if (share is not { } known || known is >= 0 and <= WholeShare)
            return null;
        var shown = decimal.Round(known, 2, MidpointRounding.AwayFromZero);
        var number = reading is { } read
            ? EvidenceNumber.Of(read, spot, scope.Catalogue) with { Value = shown }
            : EvidenceNumber.Stated(subject, spot, shown, scope);
        return new Evidence(
            [.. PartsOf(reading, subject, spot, scope), number],
            [("name", scope.NameOf(subject, spot.Stage)), ("share", scope.AmountOf(subject, shown))],
            Reads(subject, scope.Catalogue).Select(spot.Cell));
    }

    /// <summary>Numerator and denominator where the share has them.</summary>
    private static IEnumerable<EvidenceNumber> PartsOf(IndicatorReading? reading, string subject, Spot spot, FindingScope scope)
    {
        var cells = IndicatorSelection.CodesOf(subject, scope.Catalogue).Where(code => code != subject).Select(spot.Cell);
        if (reading?.Computed?.Numerator is { } numerator)
            yield return EvidenceNumber.Plain(numerator, new("分子", "Numerator"), spot, restsOn: cells);
        if (reading?.Computed?.Denominator is { } denominator)
            yield return EvidenceNumber.Plain(denominator, new("分母", "Denominator"), spot, restsOn: cells);
    }
}
