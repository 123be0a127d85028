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
/// <param name="PeriodTypes">The kinds of period that a reader can ask for.</param>
public sealed record CountGroup(string Name, FrozenSet<string> Codes, int Threshold, ImmutableArray<PeriodType> PeriodTypes)
{
    private static readonly string[] standing = [MeasureCodes.Suspected, MeasureCodes.Confirmed];

    /// <summary>The shares whose numerators are in the group, by their paired codes: who is counted above is counted below too.</summary>
    public ImmutableArray<(string Above, string Below)> Shares { get; init; } = [];

    /// <summary>
    /// Whether numbers of this group within a year give away another's: who is enrolled counts those on the roll and the
    /// dropouts, so the year's number less December's is the dropouts from January to November.
    /// </summary>
    public bool GivesAway(CountGroup other) => CountsRoll && other.Codes.Contains(MeasureCodes.DroppedOut);

    private bool CountsRoll => Codes.Contains(MeasureCodes.Enrolled);

    /// <summary>True where only what stands at a period's end is counted: a year's number is its December's.</summary>
    public bool IsStanding => standing.Any(Codes.Contains);

    /// <summary>Whether a period's number goes with the months, or with the whole year.</summary>
    public bool IsWithinYear(Period period) => period.Type switch
    {
        PeriodType.Year => false,

        // Years of either kind would tell, where they overlap, what lies in a few months.
        PeriodType.SchoolYear => PeriodTypes.Contains(PeriodType.Month) && !CountsRoll,

        // Only of periods that end on one day is the roll the same, and the difference of two numbers their dropouts.
        PeriodType.Month when CountsRoll => EndsYear(period),
        _ => !(IsStanding && EndsYear(period)),
    };

    private static bool EndsYear(Period period) => period.End is { Month: 12, Day: 31 };
}
