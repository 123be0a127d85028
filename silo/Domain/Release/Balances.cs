using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Release;

/// <summary>
/// Counts that balance with the dropouts of the same unit and stage, over the years or between two kinds of period, so that
/// they must not be shown where those are withheld.
/// </summary>
internal static class Balances
{
    private const int September = 9;

    /// <summary>The dropouts that a cell would give away; none of most cells.</summary>
    /// <param name="firstYear">The first of which dropouts are counted.</param>
    public static IEnumerable<MeasureKey> GivenAwayBy(MeasureKey cell, int firstYear) => cell switch
    {
        { Code: MeasureCodes.Confirmed } => ByLedger(cell, firstYear),

        // What a school year's roll is more or less than its September's, dropped out in the one or the other.
        { Code: MeasureCodes.Enrolled, Period: { Type: PeriodType.Month, Start: { Month: September, Year: var year } } } =>
            [new MeasureKey(MeasureCodes.DroppedOut, Period.OfSchoolYear(year), cell.Stage)],
        _ => [],
    };

    /// <summary>
    /// What the ledger grew by within a period are the fewest who dropped out in it; with the closed cases they are the most.
    /// One ledger that is left out is told by the next, less what came to it since: so it is withheld from the first year on
    /// of which the dropouts are.
    /// </summary>
    private static IEnumerable<MeasureKey> ByLedger(MeasureKey cell, int firstYear)
    {
        yield return cell with { Code = MeasureCodes.DroppedOut };
        for (var year = firstYear; year < cell.Period.End.Year; year++)
            yield return new MeasureKey(MeasureCodes.DroppedOut, Period.OfYear(year), cell.Stage);
    }
}
