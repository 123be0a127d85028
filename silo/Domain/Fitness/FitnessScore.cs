using System.Collections.Immutable;

namespace EduAnalytics.Domain.Fitness;

/// <summary>One item's part in a total.</summary>
/// <param name="Score">0 to 100, by the item's table.</param>
/// <param name="Percent">Its weight.</param>
/// <param name="Extra">Extra points, 0 to 20.</param>
public sealed record ScoredItem(string Item, decimal Value, int Score, int Percent, int Extra);

/// <summary>Why a test cannot be scored.</summary>
/// <param name="Code">One of <see cref="Submissions.SubmissionErrorCodes"/>.</param>
/// <param name="Field"><c>items</c>, or <c>items.run_50m</c> where one item is at fault.</param>
public sealed record FitnessFault(string Code, string Message, string Field);

/// <summary>What became of scoring a test: a total, or everything that stands against one.</summary>
public abstract record FitnessScore
{
    private FitnessScore()
    {
    }

    /// <param name="Standard">Σ item score × weight, 0 to 100, to one decimal.</param>
    /// <param name="Extra">Extra points, 0 to 20.</param>
    public sealed record Total(decimal Standard, int Extra, ImmutableArray<ScoredItem> Items) : FitnessScore
    {
        /// <summary>0 to 120, to one decimal.</summary>
        public decimal Value => Standard + Extra;
    }

    /// <param name="Faults">At least one.</param>
    public sealed record Refused(ImmutableArray<FitnessFault> Faults) : FitnessScore;
}
