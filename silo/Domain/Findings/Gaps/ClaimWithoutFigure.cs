using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Domain.Findings.Gaps;

/// <summary>
/// Something is said of an indicator ("at some schools it did not fall") and the indicator itself is not given. What is
/// said is kept as a count, of which the words prove no more than the lower bound. Values: that bound.
/// </summary>
/// <param name="Claim">The measure that keeps what is said.</param>
/// <param name="Indicator">What it is said of; a value for any stage will do.</param>
public sealed record ClaimWithoutFigure(string Claim, string Indicator) : UnitFindingKind
{
    public override ImmutableArray<string> Blanks => ["name", "indicator"];

    public override IEnumerable<string> Subjects(Catalogue catalogue) => [Claim];

    public override IEnumerable<string> Reads(string subject, Catalogue catalogue) =>
        [Claim, .. IndicatorSelection.CodesOf(Indicator, catalogue)];

    internal override Evidence? Look(string subject, Spot spot, FindingScope scope)
    {
        if (scope.FindStatement(spot.Cell(Claim)) is not { Figure.Value: > 0 and var bound } || IsGiven(spot, scope))
            return null;
        return new Evidence(
            [EvidenceNumber.Stated(Claim, spot, bound, scope)],
            [("name", scope.NameOf(Claim, spot.Stage)), ("indicator", scope.NameOf(Indicator, null))],
            [spot.Cell(Claim)]);
    }

    private bool IsGiven(Spot spot, FindingScope scope)
    {
        SchoolStage?[] stages = [null, .. scope.Catalogue.FindIndicator(Indicator)!.Stages];
        return Array.Exists(stages, stage => scope.Read(Indicator, spot with { Stage = stage }).Exact is not null);
    }
}
