using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Findings;

/// <summary>
/// The findings that stand about one unit. Told which cells changed, it looks anew at what reads them and at nothing else;
/// it looks when it is asked, so that a burst of changes costs one look.
/// </summary>
/// <param name="scope">What may be read now; asked for once a round of looks.</param>
public sealed class FindingBook(FindingRulebook rules, OrgUnit unit, Func<FindingScope> scope)
{
    private readonly HashSet<MeasureKey> changed = [];
    private readonly HashSet<(Check Check, Spot Spot)> toLookAt = [];
    private readonly Dictionary<(Check Check, Spot Spot), Finding> standing = [];
    private int? newestYear;

    /// <summary>Says that cells may have changed.</summary>
    public void Touch(IEnumerable<MeasureKey> cells) => changed.UnionWith(cells);

    /// <summary>All findings as of now.</summary>
    public IReadOnlyCollection<Finding> Standing()
    {
        if (changed.Count > 0)
            LookAnew();
        return standing.Values;
    }

    private void LookAnew()
    {
        foreach (var cell in changed)
            Gather(cell);
        changed.Clear();
        var round = scope();
        foreach (var (check, spot) in toLookAt)
            Look(check, spot, round);
        toLookAt.Clear();
    }

    private void Gather(MeasureKey cell)
    {
        if (cell.Period.Type == PeriodType.Year && (newestYear is not { } known || cell.Period.Start.Year > known))
        {
            newestYear = cell.Period.Start.Year;
            foreach (var check in rules.OfNewestYear)
                Add(check, default);
        }

        foreach (var check in rules.AtUnitReading(cell.Code))
            check.AddSpots(cell, unit, Add);
    }

    private void Add(Check check, Spot spot)
    {
        if (check.Rule.AppliesTo(unit.Level))
            toLookAt.Add((check, spot));
    }

    private void Look(Check check, Spot place, FindingScope round)
    {
        var spot = place;
        if (check.Rule.Kind.OnlyNewestYear)
        {
            if (newestYear is not { } year)
                return;
            spot = new Spot(Period.OfYear(year), null);
        }

        if (((UnitFindingKind)check.Rule.Kind).Look(check.Subject, spot, round) is { } evidence)
            standing[(check, place)] = check.Rule.Raise(check.Subject, unit, spot, evidence, round);
        else
            standing.Remove((check, place));
    }
}
