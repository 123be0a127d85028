using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Release;

/// <summary>
/// What readers who are nobody's staff are shown of the ledger of confirmed dropouts and of the cases closed. Over the years
/// the two and the dropouts balance: what is left out of a unit's one year is told by its others. So a unit's ledger is shown
/// only where there never was a case; of the city the yearly numbers, in years in which they bind no unit below: whatever stood
/// on the ledger from before, was closed or came and went within the year, was so in more than one district, and of all but the
/// greatest of them together as much as the threshold. Then every unit's part could be the others'.
/// </summary>
internal sealed class Ledgers
{
    private readonly ReleaseScope scope;
    private readonly int threshold;
    private readonly HashSet<OrgUnitId> withoutCases;
    private readonly Dictionary<string, HashSet<(int Year, SchoolStage? Stage)>> shown = new(StringComparer.Ordinal)
    {
        [MeasureCodes.Confirmed] = [],
        [MeasureCodes.Closed] = [],
    };

    /// <param name="withoutCases">The units that are shown never to have had a dropout or a case.</param>
    /// <param name="ownIsShown">Whether the dropouts of the unit itself are shown in a cell.</param>
    public Ledgers(ReleaseScope scope, int threshold, HashSet<OrgUnitId> withoutCases, Func<MeasureKey, bool> ownIsShown)
    {
        (this.scope, this.threshold, this.withoutCases) = (scope, threshold, withoutCases);
        if (!scope.OwnIsFree)
            return;
        var years = scope.OwnKeys.Where(key => key.Code == MeasureCodes.Confirmed && key.Period.Type == PeriodType.Year)
            .Select(key => key.Period.Start.Year).Distinct().Order().ToList();
        var stages = scope.OwnKeys.Where(key => key.Code == MeasureCodes.Confirmed && key.Stage is not null).Select(key => key.Stage).Distinct().Order().ToList();
        var byStage = stages.ConvertAll(stage => Follow(years, stage, ownIsShown));
        Show(null, Follow(years, null, ownIsShown));
        if (stages.Count == 1)
            Show(stages[0], Follow(years, null, ownIsShown));
        else if (byStage.TrueForAll(followed => followed.Count == 2 * years.Count))
            stages.ForEach(stage => Show(stage, Follow(years, stage, ownIsShown)));
    }

    public static bool Hold(string code) => code is MeasureCodes.Confirmed or MeasureCodes.Closed;

    /// <summary>Null where the cell is shown. That it is withheld says nothing of its own number, and so does the reason.</summary>
    public Suppression? WhyWithheld(OrgUnitId unit, MeasureKey cell)
    {
        if (withoutCases.Contains(unit))
            return null;
        var isYearly = cell.Period.Type == PeriodType.Year || (cell.Code == MeasureCodes.Confirmed && cell.Period.End is { Month: 12, Day: 31 });
        return unit == scope.Unit && isYearly && shown[cell.Code].Contains((cell.Period.End.Year, cell.Stage)) ? null : Suppression.SmallCount;
    }

    private void Show(SchoolStage? stage, List<(string Code, int Year)> followed)
    {
        foreach (var (code, year) in followed)
            shown[code].Add((year, stage));
    }

    /// <summary>The ledgers and closed cases that bind no unit below, the years taken one after the other.</summary>
    private List<(string Code, int Year)> Follow(List<int> years, SchoolStage? stage, Func<MeasureKey, bool> ownIsShown)
    {
        var binding = new List<(string, int)>();
        int? before = null;
        foreach (var year in years)
        {
            // Dropouts that are withheld of the whole city would be what its ledger grew by, in this year and in each later one.
            if (!ownIsShown(new MeasureKey(MeasureCodes.DroppedOut, Period.OfYear(year), stage)))
                break;
            if (!IsShown(year, before, stage))
                continue;
            binding.Add((MeasureCodes.Confirmed, year));
            if ((before is null && year == years[0]) || before == year - 1)
            {
                if (IsSpread(measures => Closed(measures, year, stage) - (before is null ? 0 : LeftLedger(measures, year, year - 1, stage))))
                    binding.Add((MeasureCodes.Closed, year));
            }

            before = year;
        }

        return binding;
    }

    private bool IsShown(int year, int? before, SchoolStage? stage)
    {
        var all = Confirmed(scope.Own, year, stage);
        if (all != 0 && all < threshold)
            return false;
        if (!IsSpread(measures => StoodBefore(measures, year, stage)))
            return false;
        return before is not { } shownBefore
            || ((shownBefore == year - 1 || LeftLedger(scope.Own, year, shownBefore, stage) != 0)
                && IsSpread(measures => LeftLedger(measures, year, shownBefore, stage)));
    }

    /// <summary>True for nought, and where all children but the one that has the most have as much as the threshold together.</summary>
    private bool IsSpread(Func<IMeasures, decimal> count)
    {
        var all = count(scope.Own);
        return all == 0 || all - scope.Children.Select(scope.Find).OfType<IMeasures>().Select(count).DefaultIfEmpty(all).Max() >= threshold;
    }

    /// <summary>Those on the ledger at a year's end who did not drop out in it.</summary>
    private static decimal StoodBefore(IMeasures measures, int year, SchoolStage? stage) => Confirmed(measures, year, stage) - DroppedOut(measures, year, stage);

    /// <summary>Those who stood on the ledger at an earlier year's end, or dropped out since, and did not stand there all of a year.</summary>
    private static decimal LeftLedger(IMeasures measures, int year, int since, SchoolStage? stage)
    {
        var came = Confirmed(measures, since, stage);
        for (var between = since + 1; between < year; between++)
            came += DroppedOut(measures, between, stage);
        return came - StoodBefore(measures, year, stage);
    }

    private static decimal Confirmed(IMeasures measures, int year, SchoolStage? stage) => Count(measures, MeasureCodes.Confirmed, year, stage);

    private static decimal DroppedOut(IMeasures measures, int year, SchoolStage? stage) => Count(measures, MeasureCodes.DroppedOut, year, stage);

    private static decimal Closed(IMeasures measures, int year, SchoolStage? stage) => Count(measures, MeasureCodes.Closed, year, stage);

    private static decimal Count(IMeasures measures, string code, int year, SchoolStage? stage) =>
        Term.Choose(new MeasureKey(code, Period.OfYear(year), stage), measures)?.Value ?? 0;
}
