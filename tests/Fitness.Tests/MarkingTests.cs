using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Fitness.Tests;

/// <summary>Whole submissions: lines with scores, lines with items, and exempt students.</summary>
public class MarkingTests
{
    private static readonly OrgUnit school =
        new(OrgUnitId.Parse("230404-no12-middle"), "十二中", null, OrgUnitLevel.School, OrgUnitId.Parse("230404"), [SchoolStage.Junior], false);

    private static readonly FitnessResult scored = new("a", new DateOnly(2024, 10, 10), 9, Sex.Male, 83.5m);
    private static readonly FitnessResult measured = scored with { Student = "b", Score = null, Items = Shipped.Items(WholeTest.Best(9, Sex.Male).Items) };
    private static readonly FitnessResult exempt = scored with { Student = "c", Score = null, Items = Shipped.Items(("exempt", 1)) };

    [Fact]
    public void Items_become_a_score_and_a_given_score_stays()
    {
        var (marking, errors) = Mark(Shipped.Standard, scored, measured);

        Assert.Empty(errors);
        Assert.Equal([83.5m, 100m], marking.Results.Select(result => result.Score!.Value));
        Assert.Equal(measured.Items, marking.Results[1].Items);
    }

    [Fact]
    public void An_exempt_student_is_taken_without_a_score()
    {
        var (marking, errors) = Mark(Shipped.Standard, exempt);

        Assert.Empty(errors);
        Assert.Equal((true, null), (marking.Results[0].Exempt, marking.Results[0].Score));
    }

    [Fact]
    public void A_score_and_items_contradict_each_other_also_when_they_say_exempt()
    {
        var (_, errors) = Mark(Shipped.Standard, measured with { Score = 70 }, exempt with { Score = 70 });

        Assert.Equal(
            [(SubmissionErrorCodes.BadValue, 0, "items"), (SubmissionErrorCodes.BadValue, 1, "items")],
            errors.Select(error => (error.Code, error.Index!.Value, error.Field!)));
    }

    [Fact]
    public void A_line_with_neither_score_nor_items_asks_for_one()
    {
        var (_, errors) = Mark(Shipped.Standard, scored with { Score = null });

        Assert.Equal((SubmissionErrorCodes.Missing, "score"), (Assert.Single(errors).Code, errors[0].Field));
    }

    [Fact]
    public void Without_tables_only_scores_and_exemptions_are_taken()
    {
        var (_, errors) = Mark(null, scored, measured, exempt);

        Assert.Equal((SubmissionErrorCodes.ItemsNotScored, 1, "items"), (Assert.Single(errors).Code, errors[0].Index, errors[0].Field));
    }

    [Fact]
    public void A_fault_of_an_item_is_told_with_its_line()
    {
        var (_, errors) = Mark(Shipped.Standard, scored, measured with { Items = measured.Items!.Value.SetItem(2, new("run_50m", 70)) });

        Assert.Equal((SubmissionErrorCodes.BadValue, 1, "items.run_50m"), (Assert.Single(errors).Code, errors[0].Index, errors[0].Field));
    }

    [Fact]
    public void A_grade_that_is_not_taught_is_one_fault_however_many_items_come_with_it()
    {
        var (_, errors) = Mark(Shipped.Standard, measured with { Grade = 13 });

        Assert.Equal("grade", Assert.Single(errors).Field);
    }

    private static (FitnessMarking Marking, IReadOnlyList<SubmissionError> Errors) Mark(FitnessStandard? standard, params FitnessResult[] results)
    {
        var submission = new FitnessSubmission("s", school.Id, [.. results]);
        var marking = new FitnessMarking(submission.Results, standard);
        return (marking, FitnessRules.Check(submission, marking, school, new DateOnly(2024, 11, 20)));
    }
}
