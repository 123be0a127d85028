using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;

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
        var (share, numerator, denominator) = scope.Catalogue.FindIndicator(subject) is { } indicator
            ? ReadIndicator(indicator, spot, scope)
            : (scope.Find(subject, spot)?.Value, null, null);
        if (share is not { } known || known is >= 0 and <= WholeShare)
            return null;
        var shown = decimal.Round(known, 2, MidpointRounding.AwayFromZero);
        return new Evidence(
            [.. new[] { numerator, denominator }.OfType<decimal>(), shown],
            [("name", scope.NameOf(subject, spot.Stage)), ("share", scope.AmountOf(subject, shown))],
            Reads(subject, scope.Catalogue).Select(spot.Cell));
    }

    private static (decimal? Share, decimal? Numerator, decimal? Denominator) ReadIndicator(Indicator indicator, Spot spot, FindingScope scope)
    {
        var reading = scope.Read(indicator.Code, spot);
        return (reading.Exact, reading.Computed?.Numerator, reading.Computed?.Denominator);
    }
}
