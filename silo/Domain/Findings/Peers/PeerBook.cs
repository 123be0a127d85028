using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Domain.Findings.Peers;

/// <summary>
/// The findings that only a parent can make: children whose values are far from those of the others. Like a unit's own
/// book it is told what changed and looks when it is asked.
/// </summary>
/// <param name="find">A child's measures as the parent holds them; null for none.</param>
public sealed class PeerBook(FindingRulebook rules, Catalogue catalogue, Func<OrgUnitId, IMeasures?> find)
{
    private readonly HashSet<(OrgUnitId Child, MeasureKey Cell)> changed = [];
    private readonly HashSet<(Check Check, Spot Spot, OrgUnitId Child)> toRead = [];
    private readonly Dictionary<(Check Check, Spot Spot), PeerGroup> groups = [];
    private readonly Dictionary<(Check Check, Spot Spot), List<Finding>> standing = [];

    /// <summary>Says that a child's cells may have changed.</summary>
    public void Touch(OrgUnitId child, IEnumerable<MeasureKey> cells)
    {
        foreach (var cell in cells)
            changed.Add((child, cell));
    }

    /// <summary>All findings about children as of now.</summary>
    public IEnumerable<Finding> Standing()
    {
        if (changed.Count > 0)
            LookAnew();
        return standing.Values.SelectMany(findings => findings);
    }

    private void LookAnew()
    {
        foreach (var (child, cell) in changed)
        {
            if (find(child)?.Unit is not { } unit)
                continue;
            foreach (var check in rules.AmongPeersReading(cell.Code))
            {
                if (check.Rule.AppliesTo(unit.Level))
                    check.AddSpots(cell, unit, (found, spot) => toRead.Add((found, spot, child)));
            }
        }

        changed.Clear();
        var toJudge = new HashSet<(Check Check, Spot Spot)>();
        foreach (var (check, spot, child) in toRead)
        {
            if (find(child) is not { } measures)
                continue;
            if (!groups.TryGetValue((check, spot), out var group))
                groups.Add((check, spot), group = new PeerGroup());
            group.Set(child, ((FarFromPeers)check.Rule.Kind).ValueOf(ReadingOf(check.Subject, spot, measures)));
            toJudge.Add((check, spot));
        }

        toRead.Clear();
        foreach (var (check, spot) in toJudge)
            Judge(check, spot, groups[(check, spot)]);
    }

    private void Judge(Check check, Spot spot, PeerGroup group)
    {
        var kind = (FarFromPeers)check.Rule.Kind;
        standing.Remove((check, spot));
        if (group.Count <= kind.LeastPeers)
            return;
        var found = new List<Finding>();
        foreach (var (child, value, usual) in group.Far(kind.Spread))
        {
            var measures = find(child)!;
            if (spot.Stage is null && IsKeptByStage(check.Subject, spot, measures))
                continue;
            var evidence = FarFromPeers.Tell(ReadingOf(check.Subject, spot, measures), spot, value, usual, group.Count - 1, catalogue);
            found.Add(check.Rule.Raise(check.Subject, measures.Unit, spot, evidence, null));
        }

        if (found.Count > 0)
            standing.Add((check, spot), found);
    }

    private IndicatorReading ReadingOf(string indicator, Spot spot, IMeasures measures) =>
        IndicatorReading.Of(catalogue.FindIndicator(indicator)!, spot, measures);

    /// <summary>A total over stages is judged only where the child gives nothing else: its stages have peers of their own.</summary>
    private bool IsKeptByStage(string indicator, Spot spot, IMeasures measures) =>
        catalogue.FindIndicator(indicator)!.Stages.Any(stage => ReadingOf(indicator, spot with { Stage = stage }, measures).Exact is not null);
}
