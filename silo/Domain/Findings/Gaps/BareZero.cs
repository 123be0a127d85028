using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
namespace EduAnalytics.Domain.Findings.Gaps;

/// <summary>A zero that is stated while the number it was counted among is unknown: nobody knows out of how many. Values: the zero.</summary>
/// <param name="Base">The measure that a zero needs behind it.</param>
public sealed record BareZero(ImmutableArray<string> Measures, string Base) : UnitFindingKind
{
    public override ImmutableArray<string> Blanks => ["name", "base"];

    public override IEnumerable<string> Subjects(Catalogue catalogue) => Measures;

    public override IEnumerable<string> Reads(string subject, Catalogue catalogue) => [subject, Base];

    internal override Evidence? Look(string subject, Spot spot, FindingScope scope)
    {
        if (scope.FindStatement(spot.Cell(subject)) is not { Figure.Value: 0 })
            return null;
        var isCounted = scope.FindSum(subject, spot) is not null || scope.Find(Base, spot) is { Value: > 0 };
        return isCounted
            ? null
            : new Evidence(
                [EvidenceNumber.Stated(subject, spot, 0, scope)],
                [("name", scope.NameOf(subject, spot.Stage)), ("base", scope.NameOf(Base, spot.Stage))],
                [spot.Cell(subject)]);
    }
}
