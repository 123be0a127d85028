using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;

namespace EduAnalytics.Domain.Findings.Contradictions;

/// <summary>
/// A stated value that its own components, or the sum over the units below, do not give, beyond what its digits leave open.
/// Values: stated, computed.
/// </summary>
public sealed record StatedAgainstComputed : UnitFindingKind
{
    public override bool HeedsEverySpan => true;

    public override ImmutableArray<string> Blanks => ["name", "stated", "computed"];

    public override IEnumerable<string> Subjects(Catalogue catalogue) =>
        catalogue.Indicators.Where(IndicatorSelection.HasComponents).Select(indicator => indicator.Code)
            .Concat(catalogue.Measures.Where(measure => measure is { Additive: true, Derivation: null }).Select(measure => measure.Code));

    public override IEnumerable<string> Reads(string subject, Catalogue catalogue) => IndicatorSelection.CodesOf(subject, catalogue);

    internal override Evidence? Look(string subject, Spot spot, FindingScope scope)
    {
        if (scope.FindStatement(spot.Cell(subject)) is not { } statement)
            return null;
        var stated = statement.Figure.Value;
        var computed = scope.Catalogue.FindMeasure(subject) is null ? Computed(subject, spot, scope) : Summed(subject, spot, stated, scope);
        if (computed is not { } exact || StatedDigits.Allow(stated, exact))
            return null;
        var shown = decimal.Round(exact, Math.Min(stated.Scale + 2, 6), MidpointRounding.AwayFromZero);
        return new Evidence(
            [EvidenceNumber.Stated(subject, spot, stated, scope), EvidenceNumber.Computed(subject, spot, shown, scope.Catalogue)],
            [
                ("name", scope.NameOf(subject, spot.Stage)),
                ("stated", scope.AmountOf(subject, stated)),
                ("computed", scope.AmountOf(subject, shown)),
            ],
            Reads(subject, scope.Catalogue).Select(spot.Cell));
    }

    private static decimal? Computed(string indicator, Spot spot, FindingScope scope) =>
        scope.Read(indicator, spot) is { IsWhole: true, Computed: { } computed } ? computed.Exact : null;

    /// <summary>A partial sum contradicts only where it has outgrown its whole.</summary>
    private static decimal? Summed(string measure, Spot spot, decimal stated, FindingScope scope) =>
        scope.FindSum(measure, spot) is { } sum && (sum.Complete || sum.Value > stated) ? sum.Value : null;
}
