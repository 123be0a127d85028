using System.Collections.Immutable;
using EduAnalytics.Domain.Schools;

namespace EduAnalytics.Domain.Fitness;

/// <summary>One row of a scoring table.</summary>
/// <param name="Bound">
/// The least result that has the score where more is better, the slowest time where less is; where a range is best, the
/// result from which the score holds.
/// </param>
public readonly record struct FitnessStep(decimal Bound, int Score);

/// <summary>How one item is scored for one grade and sex.</summary>
/// <param name="Grade">1 to 12.</param>
/// <param name="Steps">
/// From the best result to the worst; where a range is best, from the lowest bound upwards. At least one.
/// </param>
public sealed record FitnessTable(int Grade, Sex Sex, FitnessDirection Better, ImmutableArray<FitnessStep> Steps)
{
    /// <summary>The result that has the highest score and beyond which extra points begin.</summary>
    public decimal Best => Steps[0].Bound;

    /// <summary>0 to 100; 0 for what is worse than the last row.</summary>
    public int ScoreOf(decimal value)
    {
        if (Better == FitnessDirection.Between)
            return LastReached(value);
        foreach (var step in Steps)
        {
            if (Better == FitnessDirection.Higher ? value >= step.Bound : value <= step.Bound)
                return step.Score;
        }

        return 0;
    }

    /// <summary>By how much a result is better than <see cref="Best"/>; negative where it is worse.</summary>
    public decimal Beyond(decimal value) => Better == FitnessDirection.Lower ? Best - value : value - Best;

    private int LastReached(decimal value)
    {
        var score = 0;
        foreach (var step in Steps)
        {
            if (value >= step.Bound)
                score = step.Score;
        }

        return score;
    }
}
