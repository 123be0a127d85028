using System.Collections.Immutable;
using EduAnalytics.Domain.Schools;

namespace EduAnalytics.Domain.Fitness;

/// <summary>
/// Scores raw items: total = Σ item score × weight + extra points. All items of the grade are needed, since the standard
/// knows no total of a part of the test.
/// </summary>
public static class FitnessScoring
{
    public const int MostExtra = 20;

    /// <param name="grade">1 to 12.</param>
    public static FitnessScore Score(FitnessStandard standard, int grade, Sex sex, ImmutableArray<FitnessItemValue> values)
    {
        var plan = standard.PlanFor(grade, sex);
        if (plan.IsEmpty)
            throw new ArgumentOutOfRangeException(nameof(grade), grade, "The standard knows the grades 1 to 12.");
        var test = new FitnessTestValues(standard, grade, sex, plan, values);
        if (!test.Faults.IsEmpty)
            return new FitnessScore.Refused(test.Faults);

        var scored = plan.Select(weight => ScoreItem(standard, grade, sex, weight, test.ValueOf(weight.Item))).ToImmutableArray();

        // Scores times weights have two decimals; the standard's bands are written with one, and halves go up.
        var sum = scored.Sum(item => item.Score * item.Percent / 100m);
        return new FitnessScore.Total(
            Math.Round(sum, 1, MidpointRounding.AwayFromZero), Math.Min(MostExtra, scored.Sum(item => item.Extra)), scored);
    }

    private static ScoredItem ScoreItem(FitnessStandard standard, int grade, Sex sex, FitnessWeight weight, decimal value)
    {
        var table = standard.Find(weight.Item)!.FindTable(grade, sex)!;
        var extra = standard.ExtraFor(weight.Item, grade, sex, table.Beyond(value));
        return new ScoredItem(weight.Item, value, table.ScoreOf(value), weight.Percent, extra);
    }
}
