using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Findings.Peers;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Release.Values;

namespace EduAnalytics.Gateway.Release.Findings;

/// <summary>Whose numbers a finding tells, so that each can be asked about.</summary>
internal sealed class FindingEvidence
{
    private readonly Finding finding;
    private readonly FindingRule rule;

    public FindingEvidence(Finding finding, Rights rights, OrgUnitTree tree, Catalogue catalogue)
    {
        this.finding = finding;
        rule = catalogue.Rulebook.Require(finding.Id.Rule);
        var (subject, period, stage) = (finding.Id.Subject, finding.Period, finding.Id.Stage);
        ImmutableArray<Period> periods = rule.Kind.PeriodsReading(period).Any(other => other != period)
            ? [period, Spot.ShiftYears(period, -1)]
            : [period];
        var codes = rule.Kind.Reads(subject, catalogue).ToList();
        var indicators = codes.Where(code => catalogue.FindIndicator(code) is not null).ToList();
        var parts = indicators.SelectMany(code => catalogue.FindIndicator(code)!.Formula.Measures).ToHashSet(StringComparer.Ordinal);
        Told = Cells(indicators.Concat(codes.Where(code => catalogue.FindMeasure(code) is { Derivation: null } && !parts.Contains(code))));
        Parts = Cells(codes.Where(code => catalogue.FindMeasure(code) is { Derivation: null } && parts.Contains(code)));
        Peers = rule.Kind is not FarFromPeers ? []
            : tree.Find(finding.OrgUnit)?.Parent is { } parent && rights.Reaches(parent)
                ? [.. tree.ChildrenOf(parent).Where(IsPeer).Select(peer => new UnitCell(peer.Id, new MeasureKey(subject, period, stage)))]
                : null;

        ImmutableArray<UnitCell> Cells(IEnumerable<string> of) =>
            [.. of.Distinct().SelectMany(_ => periods, (code, at) => new UnitCell(finding.OrgUnit, new MeasureKey(code, at, stage)))];

        bool IsPeer(OrgUnit unit) =>
            unit.Id != finding.OrgUnit && (stage is not { } asked || unit.Level != OrgUnitLevel.School || unit.Stages.Contains(asked));
    }

    /// <summary>The cells whose numbers the finding tells, or on whose side of a bound it rests.</summary>
    public ImmutableArray<UnitCell> Told { get; }

    /// <summary>The cells from which those are reckoned; the quotes of its sources may tell them.</summary>
    public ImmutableArray<UnitCell> Parts { get; }

    /// <summary>The cells of the units it was compared with; none for most findings, null where not all of these are for the reader.</summary>
    public ImmutableArray<UnitCell>? Peers { get; }

    public IEnumerable<UnitCell> Cells => [.. Told, .. Parts, .. Peers ?? []];

    /// <param name="withPeers">False where what is usual among the others is not for the reader.</param>
    /// <param name="withQuotes">False where a source's own words could tell what is withheld.</param>
    public Finding Shown(bool withPeers, bool withQuotes) => finding with
    {
        Message = withPeers ? finding.Message : $"{rule.Name.Chinese}。其他单位的数据不在您的权限之内，此处不列数字。",
        MessageEn = withPeers ? finding.MessageEn : $"{rule.Name.English}. The numbers are not shown: they tell of units that are not for you.",
        Values = withPeers ? finding.Values : [],
        Sources = withQuotes ? finding.Sources : [.. finding.Sources.Select(source => source with { Quote = null })],
    };
}
