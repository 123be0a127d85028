using System.Collections.Frozen;
using System.Collections.Immutable;
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
    private static readonly string[] standing = [MeasureCodes.Suspected, MeasureCodes.Confirmed];

    /// <summary>The shares whose numerators are in the group, by their paired codes: who is counted above is counted below too.</summary>
    public ImmutableArray<(string Above, string Below)> Shares { get; init; } = [];

    /// <summary>
    /// Whether this group's months give away another's: who is enrolled counts those on the roll and the dropouts, so the year's
    /// number less December's is the dropouts from January to November.
    /// </summary>
    public bool GivesAway(CountGroup other) => Codes.Contains(MeasureCodes.Enrolled) && other.Codes.Contains(MeasureCodes.DroppedOut);

    /// <summary>True where only what stands at a period's end is counted: a year's number is its December's.</summary>
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
