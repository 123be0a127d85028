using CsCheck;
using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.Schools;

namespace EduAnalytics.Fitness.Tests;

public class TotalTests
{
    [Fact]
    public void The_best_row_of_every_table_makes_100_and_no_extra_points() =>
        Assert.All(Shipped.Students, of =>
        {
            var total = WholeTest.Best(of.Grade, of.Sex).Total();
            Assert.Equal((100m, 0), (total.Standard, total.Extra));
        });

    [Fact]
    public void The_total_is_the_weighted_sum_of_the_item_scores_to_one_decimal_and_the_extra_points() =>
        WholeTest.Any.Sample(test =>
        {
            var total = test.Total();
            var sum = total.Items.Sum(item => item.Score * item.Percent) / 100m;
            Assert.Equal(100, total.Items.Sum(item => item.Percent));
            Assert.InRange(total.Standard - sum, -0.05m, 0.05m);
            Assert.Equal(total.Standard, decimal.Round(total.Standard, 1));
            Assert.InRange(total.Value, FitnessBands.LowestScore, FitnessBands.HighestScore);
        });

    [Fact]
    public void A_better_result_in_one_item_never_lowers_the_total() =>
        Gen.Select(WholeTest.Any, Gen.Int[0, 6], Gen.Int[1, 5000]).Sample((test, which, steps) =>
        {
            var (code, value) = test.Items[which % test.Items.Length];
            var item = Shipped.Standard.Find(code)!;
            if (item.Better == FitnessDirection.Between)
                return;
            var better = value + ((item.Better == FitnessDirection.Higher ? steps : -steps) * Shipped.Grain(item));
            better = Math.Clamp(better, item.Lowest, item.Highest);

            Assert.True(test.With(code, better).Total().Value >= test.Total().Value, $"{code}: {value}, then {better}");
        });

    [Fact]
    public void Half_a_tenth_goes_up()
    {
        // 4120 ml has 95 in place of 100, and weighs 15 %: 99.25 in sum.
        var test = WholeTest.Best(9, Sex.Male).With("vital_capacity", 4120);

        Assert.Equal(99.3m, test.Total().Standard);
    }

    [Theory]
    [InlineData(Sex.Male, "pull_ups", "run_1000m")]
    [InlineData(Sex.Female, "sit_ups", "run_800m")]
    public void From_grade_7_two_items_bring_up_to_10_extra_points_each(Sex sex, string strength, string endurance)
    {
        var (most, fastest) = (Shipped.Standard.Find(strength)!.Highest, Shipped.Standard.Find(endurance)!.Lowest);
        var best = WholeTest.Best(9, sex);

        Assert.Equal((10, 10, 20), (
            best.With(strength, most).Total().Extra,
            best.With(endurance, fastest).Total().Extra,
            best.With(strength, most).With(endurance, fastest).Total().Extra));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(39, 19)]
    [InlineData(40, 20)]
    [InlineData(90, 20)]
    public void In_primary_school_two_skips_beyond_100_bring_a_point_up_to_20(int beyond, int points)
    {
        var best = WholeTest.Best(6, Sex.Female);
        var hundred = best.Items.Single(item => item.Item == "rope_skipping").Value;

        Assert.Equal(points, best.With("rope_skipping", hundred + beyond).Total().Extra);
    }

    [Fact]
    public void Height_and_weight_stand_for_the_index_to_one_decimal()
    {
        // 26.6 kg over 1.21 m squared is 18.168: 18.2 to one decimal, the first overweight index of a boy in grade 1.
        var measured = WholeTest.Best(1, Sex.Male).Without("bmi").And("height_cm", 121).And("weight_kg", 26.6m).Total();

        var bmi = measured.Items.Single(item => item.Item == "bmi");
        Assert.Equal((18.2m, 80), (bmi.Value, bmi.Score));
    }

    [Fact]
    public void The_order_of_the_items_changes_nothing() =>
        WholeTest.Any.Sample(test =>
            Assert.Equal(test.Total().Items, (test with { Items = [.. test.Items.Reverse()] }).Total().Items));
}
