using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings.Words;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Domain.Findings.Gaps;

/// <summary>
/// Indicators that every unit of the stages must give, of which it has no data for its newest year or the year before:
/// reports of one year bring some figures of the last. One finding for all that is missing, so that gaps do not drown
/// what is wrong. Values: how many are missing, how many are asked for.
/// </summary>
public sealed record RequiredWithoutData(ImmutableArray<string> Indicators, ImmutableArray<SchoolStage> Stages) : UnitFindingKind
{
    public override ImmutableArray<string> Blanks => ["missing", "count", "asked"];

    public override bool OnlyNewestYear => true;

    public override IEnumerable<string> Subjects(Catalogue catalogue) => [Indicators[0]];

    public override IEnumerable<string> Reads(string subject, Catalogue catalogue) =>
        Indicators.SelectMany(code => IndicatorSelection.CodesOf(code, catalogue)).Distinct();

    internal override Evidence? Look(string subject, Spot spot, FindingScope scope)
    {
        if (!scope.Stages.Any(Stages.Contains))
            return null;
        var missing = Indicators.Where(code => !IsGiven(code, spot, scope) && !IsGiven(code, spot.YearBefore, scope)).ToList();
        return missing.Count == 0
            ? null
            : new Evidence(
                [
                    EvidenceNumber.Plain(missing.Count, new("缺少数据的指标数", "Indicators without data"), spot),
                    EvidenceNumber.Plain(Indicators.Length, new("要求提供的指标数", "Indicators asked for"), spot),
                ],
                [
                    ("missing", Wording.List(missing.Select(code => scope.NameOf(code, null)))),
                    ("count", Wording.Of(missing.Count)),
                    ("asked", Wording.Of(Indicators.Length)),
                ],
                []);
    }

    private static bool IsGiven(string code, Spot spot, FindingScope scope) =>
        scope.Read(code, spot).Exact is not null || scope.IsKeptByStage(code, spot);
}
