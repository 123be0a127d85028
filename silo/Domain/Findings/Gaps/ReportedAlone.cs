using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;

namespace EduAnalytics.Domain.Findings.Gaps;

/// <summary>A rate that an authority states while its components are unknown here: it can be neither checked nor summed. Values: the rate.</summary>
public sealed record ReportedAlone : UnitFindingKind
{
    public override ImmutableArray<string> Blanks => ["name", "value"];

    public override IEnumerable<string> Subjects(Catalogue catalogue) =>
        catalogue.Indicators.Where(IndicatorSelection.HasComponents).Select(indicator => indicator.Code);

    public override IEnumerable<string> Reads(string subject, Catalogue catalogue) => IndicatorSelection.CodesOf(subject, catalogue);

    internal override Evidence? Look(string subject, Spot spot, FindingScope scope)
    {
        if (scope.FindStatement(spot.Cell(subject)) is not { Figure.Value: var value } || scope.Read(subject, spot).Computed is not null)
            return null;
        return new Evidence(
            [EvidenceNumber.Stated(subject, spot, value, scope)],
            [("name", scope.NameOf(subject, spot.Stage)), ("value", scope.AmountOf(subject, value))],
            [spot.Cell(subject)]);
    }
}
