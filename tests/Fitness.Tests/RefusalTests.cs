using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Fitness.Tests;

public class RefusalTests
{
    private static readonly WholeTest boy = WholeTest.Best(9, Sex.Male);

    [Fact]
    public void All_missing_items_are_listed_in_one_sentence()
    {
        var fault = Assert.Single(boy.Without("bmi", "run_1000m").Faults());

        Assert.Equal((SubmissionErrorCodes.Missing, "items"), (fault.Code, fault.Field));
        Assert.Equal("The test of grade 9 boys needs all its items; missing: bmi (or height_cm and weight_kg), run_1000m.", fault.Message);
    }

    [Theory]
    [InlineData("run50", 9, SubmissionErrorCodes.UnknownCode, "run_50m")]
    [InlineData("run_50m", 9, SubmissionErrorCodes.Repeated, "twice")]
    [InlineData("run_800m", 240, SubmissionErrorCodes.BadValue, "is no item of grade 9 boys")]
    [InlineData("sit_ups", 30, SubmissionErrorCodes.BadValue, "is no item of grade 9 boys")]
    [InlineData("exempt", 1, SubmissionErrorCodes.BadValue, "alone")]
    [InlineData("height_cm", 170, SubmissionErrorCodes.BadValue, "either bmi, or height_cm and weight_kg")]
    public void An_item_too_many_is_refused_by_name(string item, decimal value, string code, string says)
    {
        var fault = Assert.Single(boy.And(item, value).Faults());

        Assert.Equal(code, fault.Code);
        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
        Assert.Equal(item == "height_cm" ? "items.bmi" : $"items.{item}", fault.Field);
    }

    [Theory]
    [InlineData("run_50m", 1.2, "between 5 and 40 s")]
    [InlineData("run_1000m", 3.45, "3′45″ is 225")]
    [InlineData("vital_capacity", -1, "between 100 and 9999 ml")]
    [InlineData("sit_and_reach", 88, "between -40 and 60 cm")]
    [InlineData("bmi", 180, "between 8 and 60 kg/m²")]
    [InlineData("pull_ups", 12.5, "whole numbers")]
    [InlineData("run_50m", 8.05, "1 decimal")]
    public void An_impossible_or_too_fine_result_is_refused_with_what_is_possible(string item, decimal value, string says)
    {
        var fault = Assert.Single(boy.With(item, value).Faults());

        Assert.Equal((SubmissionErrorCodes.BadValue, $"items.{item}"), (fault.Code, fault.Field));
        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1.65, 55, "items.height_cm")]
    [InlineData(165, 550, "items.weight_kg")]
    [InlineData(90, 90, "items.bmi")]
    public void Height_and_weight_are_held_to_what_a_body_can_be(decimal height, decimal weight, string field)
    {
        var fault = Assert.Single(boy.Without("bmi").And("height_cm", height).And("weight_kg", weight).Faults());

        Assert.Equal((SubmissionErrorCodes.BadValue, field), (fault.Code, fault.Field));
    }

    [Fact]
    public void An_item_without_a_confirmed_table_is_refused_naming_item_grade_and_sex()
    {
        var cut = Shipped.Standard with
        {
            Items = [.. Shipped.Standard.Items.Select(item => item.Code == "pull_ups"
                ? item with { Tables = [.. item.Tables.Where(table => table.Grade != 9)] }
                : item)],
        };

        var refused = Assert.IsType<FitnessScore.Refused>(FitnessScoring.Score(cut, 9, Sex.Male, Shipped.Items(boy.Items)));

        var fault = Assert.Single(refused.Faults);
        Assert.Equal((SubmissionErrorCodes.ItemsNotScored, "items.pull_ups"), (fault.Code, fault.Field));
        Assert.Contains("Pull-ups (pull_ups) for grade 9 boys", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_wrong_with_a_test_is_told_at_once()
    {
        var faults = boy.Without("run_50m").With("pull_ups", 900).And("jumping", 3).Faults();

        Assert.Equal(["items.pull_ups", "items.jumping", "items"], faults.Select(fault => fault.Field));
    }

    [Fact]
    public void The_standard_ends_with_grade_12() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Shipped.Score(13, Sex.Male, boy.Items));
}
