using System.Collections.Frozen;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Release;

/// <summary>
/// Counts of students that are shown and withheld together, because who has some of them has the others: a measure and the
/// share of it that enters a ratio, the bands that a numerator adds up.
/// </summary>
/// <param name="Name">The first of its measures' codes.</param>
/// <param name="Codes">Of measures, derived ones included.</param>
/// <param name="Threshold">The smallest number that is shown; nought is shown too. Of several measures the greatest.</param>
/// <param name="KeptWithinYear">True where half-years or months are kept too.</param>
public sealed record CountGroup(string Name, FrozenSet<string> Codes, int Threshold, bool KeptWithinYear)
{
    private static readonly string[] standing = [MeasureCodes.Enrolled, MeasureCodes.Suspected, MeasureCodes.Confirmed];

    /// <summary>
    /// The group that this one gives away within a year: who is enrolled counts those on the roll and the dropouts, so the
    /// year's number less December's is the dropouts from January to November. Null for the others.
    /// </summary>
    public string? GivesAway => Codes.Contains(MeasureCodes.Enrolled) ? MeasureCodes.DroppedOut : null;

    /// <summary>True where what stands at a period's end is counted: a year's number is its December's.</summary>
    public bool IsStanding => standing.Any(Codes.Contains);

    /// <summary>Whether a period's number goes with the months, or with the whole year.</summary>
    public bool IsWithinYear(Period period) => period.Type switch
    {
        PeriodType.Year => false,

        // Two years of twelve months that overlap would tell what lies in a third of each.
        PeriodType.SchoolYear => KeptWithinYear,
        _ => !(IsStanding && period.End is { Month: 12, Day: 31 }),
    };
}
