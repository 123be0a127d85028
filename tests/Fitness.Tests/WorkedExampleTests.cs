using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.Schools;

namespace EduAnalytics.Fitness.Tests;

/// <summary>
/// Results and scores that others published with their own readings of the standard. The numbers are theirs, not computed
/// from the tables here.
/// </summary>
public class WorkedExampleTests
{
    [Fact]
    public void A_girl_of_grade_8_has_the_total_that_was_published_for_her_items()
    {
        var score = Shipped.Score(8, Sex.Female,
            ("bmi", 19.8m), ("vital_capacity", 2900), ("run_50m", 8.9m), ("sit_and_reach", 9.0m),
            ("standing_long_jump", 175), ("sit_ups", 40), ("run_800m", 235));

        var total = Assert.IsType<FitnessScore.Total>(score);
        Assert.Equal((84.2m, 0, 84.2m), (total.Standard, total.Extra, total.Value));
        Assert.Equal(FitnessBand.Good, FitnessBands.Of(total.Value));
    }

    [Theory]
    [InlineData("run_1000m", 9, Sex.Male, 220, 100)]
    [InlineData("run_50m", 9, Sex.Male, 9.7, 60)]
    [InlineData("run_50m", 9, Sex.Male, 9.8, 50)]
    [InlineData("run_50m", 9, Sex.Male, 11.0, 0)]
    [InlineData("run_50m", 7, Sex.Female, 8.7, 80)]
    [InlineData("sit_and_reach", 1, Sex.Female, 2.4, 60)]
    [InlineData("sit_and_reach", 7, Sex.Female, 19, 90)]
    [InlineData("standing_long_jump", 7, Sex.Female, 171, 80)]
    [InlineData("sit_ups", 7, Sex.Female, 58, 100)]
    [InlineData("run_800m", 7, Sex.Female, 210, 100)]
    [InlineData("pull_ups", 7, Sex.Male, 1, 30)]
    [InlineData("bmi", 1, Sex.Male, 18.2, 80)]
    [InlineData("bmi", 1, Sex.Male, 20.4, 60)]
    [InlineData("bmi", 8, Sex.Female, 19.8, 100)]
    public void A_published_result_has_its_published_score(string item, int grade, Sex sex, decimal value, int score) =>
        Assert.Equal(score, Shipped.Table(item, grade, sex).ScoreOf(value));

    [Theory]
    [InlineData("run_1000m", 9, Sex.Male, 216, 1)]
    [InlineData("run_1000m", 9, Sex.Male, 185, 10)]
    [InlineData("pull_ups", 7, Sex.Male, 16, 3)]
    [InlineData("sit_ups", 8, Sex.Female, 55, 2)]
    [InlineData("rope_skipping", 1, Sex.Male, 125, 8)]
    public void A_published_result_beyond_100_has_its_published_extra_points(string item, int grade, Sex sex, decimal value, int points) =>
        Assert.Equal(points, Shipped.Standard.ExtraFor(item, grade, sex, Shipped.Table(item, grade, sex).Beyond(value)));
}
