using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Release;

/// <summary>
/// Counts that balance with the dropouts of the same unit and stage between two kinds of period, so that they must not be
/// shown where those are withheld.
/// </summary>
internal static class Balances
{
    private const int September = 9;

    /// <summary>The dropouts that a cell would give away; none of most cells.</summary>
    public static IEnumerable<MeasureKey> GivenAwayBy(MeasureKey cell) => cell switch
    {
        // What a school year's roll is more or less than its September's, dropped out in the one or the other.
        { Code: MeasureCodes.Enrolled, Period: { Type: PeriodType.Month, Start: { Month: September, Year: var year } } } =>
            [new MeasureKey(MeasureCodes.DroppedOut, Period.OfSchoolYear(year), cell.Stage)],
        _ => [],
    };
}
