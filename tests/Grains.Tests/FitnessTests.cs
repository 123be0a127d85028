using System.Collections.Immutable;
using EduAnalytics.Contracts.Schools;
using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Release;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Grains.Tests;

public class FitnessTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    /// <summary>A girl of grade 8 whose items make 84.2.</summary>
    private static readonly ImmutableArray<FitnessItemValue> items =
    [
        new("bmi", 19.8m), new("vital_capacity", 2900), new("run_50m", 8.9m), new("sit_and_reach", 9), new("standing_long_jump", 175),
        new("sit_ups", 40), new("run_800m", 235),
    ];

    [Fact]
    public async Task Raw_items_are_scored_once_and_count_by_their_score_also_after_a_restart()
    {
        var id = OrgUnitId.Parse("230404-measured");
        var school = await silo.NewSchool(id.Code, SchoolStage.Junior);
        var test = new FitnessResult("girl", new DateOnly(2024, 10, 9), 8, Sex.Female, null, items);
        var exempt = test with { Student = "other", Items = [new(FitnessItemCodes.Exempt, 1)] };
        var submission = new FitnessSubmission("october", id, [test, exempt]);

        var first = await school.RecordFitness(submission);
        var again = await school.RecordFitness(submission);
        var before = await Counted(school, id);
        await silo.Stop();
        await silo.Start();
        school = silo.Grains.GetGrain<ISchoolGrain>(id.Code);

        Assert.Equal((2, false, true), (first.Accepted, first.Duplicate, again.Duplicate));
        Assert.Equal((1m, 1m), before);
        Assert.Equal((1m, 1m), await Counted(school, id));
        Assert.True((await school.RecordFitness(submission)).Duplicate);
    }

    [Fact]
    public async Task A_test_with_a_missing_item_refuses_the_submission_and_names_the_item()
    {
        var id = OrgUnitId.Parse("230404-unmeasured");
        var school = await silo.NewSchool(id.Code, SchoolStage.Junior);

        var refused = await school.RecordFitness(new FitnessSubmission("october", id,
            [new FitnessResult("girl", new DateOnly(2024, 10, 9), 8, Sex.Female, null, items.RemoveAt(6))]));

        var error = Assert.Single(refused.Errors);
        Assert.Equal((SubmissionErrorCodes.Missing, 0, "items"), (error.Code, error.Index!.Value, error.Field!));
        Assert.Contains("run_800m", error.Message, StringComparison.Ordinal);
    }

    private static async Task<(decimal? Good, decimal? Tested)> Counted(ISchoolGrain school, OrgUnitId id)
    {
        var rate = (await school.Evaluate([new ValueQuery(id, "fitness.excellent_good_rate", SiloFixture.Year, SchoolStage.Junior)], Audience.Staff))[0];
        return (rate.Numerator, rate.Denominator);
    }
}
