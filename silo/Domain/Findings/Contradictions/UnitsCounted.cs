using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Domain.Findings.Contradictions;

/// <summary>A stated number of schools other than the number that stands in the tree. Values: stated, in the tree.</summary>
/// <param name="Stages">The stages of which a school teaches at least one to be counted.</param>
public sealed record UnitsCounted(string Measure, ImmutableArray<SchoolStage> Stages) : UnitFindingKind
{
    public override bool HeedsEverySpan => true;

    public override ImmutableArray<string> Blanks => ["name", "stated", "counted"];

    public override IEnumerable<string> Subjects(Catalogue catalogue) => [Measure];

    public override IEnumerable<string> Reads(string subject, Catalogue catalogue) => [Measure];

    internal override Evidence? Look(string subject, Spot spot, FindingScope scope)
    {
        ImmutableArray<SchoolStage> asked = spot.Stage is { } stage ? [stage] : Stages;
        if (scope.FindStatement(spot.Cell(Measure)) is not { Figure.Value: var stated } || scope.CountSchools(asked) is not { } counted)
            return null;
        return stated == counted
            ? null
            : new Evidence(
                [
                    EvidenceNumber.Stated(Measure, spot, stated, scope),
                    EvidenceNumber.Plain(counted, new("本系统登记的学校数", "Schools registered here"), spot),
                ],
                [
                    ("name", scope.NameOf(Measure, spot.Stage)),
                    ("stated", scope.AmountOf(Measure, stated)),
                    ("counted", scope.AmountOf(Measure, counted)),
                ],
                [spot.Cell(Measure)]);
    }
}
