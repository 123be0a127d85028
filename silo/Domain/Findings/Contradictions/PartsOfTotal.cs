using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings.Words;
using EduAnalytics.Domain.Indicators;

namespace EduAnalytics.Domain.Findings.Contradictions;

/// <summary>Parts that do not add up to the total they are parts of. Values: the known parts, then the total.</summary>
public sealed record PartsOfTotal(string Total, ImmutableArray<string> Parts) : UnitFindingKind
{
    public override bool HeedsEverySpan => true;

    public override ImmutableArray<string> Blanks => ["name", "total", "parts", "sum", "difference"];

    public override IEnumerable<string> Subjects(Catalogue catalogue) => [Total];

    public override IEnumerable<string> Reads(string subject, Catalogue catalogue) => [Total, .. Parts];

    internal override Evidence? Look(string subject, Spot spot, FindingScope scope)
    {
        if (scope.Find(Total, spot) is not { } total || !IsWhole(total))
            return null;
        var known = Parts.Select(code => (Code: code, Term: scope.Find(code, spot))).Where(part => part.Term is not null)
            .Select(part => (part.Code, Term: part.Term!.Value)).ToList();

        // Where nothing was stated here, the contradiction is a child's and is told there.
        if (known.Count == 0 || (!total.Stated && !known.Exists(part => part.Term.Stated)))
            return null;
        var sum = known.Sum(part => part.Term.Value);
        var isWhole = known.Count == Parts.Length && known.TrueForAll(part => IsWhole(part.Term));
        if (Agree(sum, total.Value, scope) || (!isWhole && sum < total.Value))
            return null;
        return new Evidence(
            [.. known.Select(part => EvidenceNumber.Of(part.Code, spot, part.Term, scope)), EvidenceNumber.Of(Total, spot, total, scope)],
            [
                ("name", scope.NameOf(Total, spot.Stage)),
                ("total", scope.AmountOf(Total, total.Value)),
                ("parts", Wording.List(known.Select(part => scope.NameOf(part.Code, spot.Stage).Then(Wording.Of(part.Term.Value))))),
                ("sum", scope.AmountOf(Total, sum)),
                ("difference", scope.AmountOf(Total, Math.Abs(total.Value - sum))),
            ],
            Parts.Prepend(Total).Select(spot.Cell));
    }

    private bool Agree(decimal sum, decimal total, FindingScope scope) =>
        scope.Catalogue.FindMeasure(Total) is { Whole: true } ? sum == total : StatedDigits.Allow(total, sum);

    private static bool IsWhole(Term term) => term.Stated || term.ReportedUnits >= term.ExpectedUnits;
}
