using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;

namespace EduAnalytics.Domain.Findings.Contradictions;

/// <summary>
/// A count below zero. No submission may state one, so a finding here points at records that came another way. Values: the
/// count.
/// </summary>
public sealed record NegativeCount : UnitFindingKind
{
    public override bool HeedsEverySpan => true;

    public override ImmutableArray<string> Blanks => ["name", "value"];

    /// <summary>A school's part of a cohort is a balance of transfers, and may be below nought.</summary>
    public override IEnumerable<string> Subjects(Catalogue catalogue) =>
        catalogue.Measures.Where(measure => measure is { Whole: true, Derivation: null, ReportedElsewhere: false }).Select(measure => measure.Code);

    public override IEnumerable<string> Reads(string subject, Catalogue catalogue) => [subject];

    internal override Evidence? Look(string subject, Spot spot, FindingScope scope) =>
        scope.Find(subject, spot) is { Value: < 0 and var value } term
            ? new Evidence(
                [EvidenceNumber.Of(subject, spot, term, scope)],
                [("name", scope.NameOf(subject, spot.Stage)), ("value", scope.AmountOf(subject, value))],
                [spot.Cell(subject)])
            : null;
}
