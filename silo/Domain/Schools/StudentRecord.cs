using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Schools;

/// <summary>One step of a student's way, as kept.</summary>
public readonly record struct EnrolmentStep(DateOnly Date, EnrolmentKind Kind, sbyte? Grade);

/// <summary>One fitness test, as kept.</summary>
/// <param name="Score">Null where the student was exempt.</param>
public readonly record struct FitnessTest(DateOnly Date, decimal? Score, sbyte Grade);

/// <summary>
/// What a school keeps of one student: the steps in order of date, and the tests. From it follows, for any calendar year,
/// where the student counts; nothing is counted that could not be counted again.
/// </summary>
public sealed class StudentRecord
{
    private EnrolmentStep[] steps = [];
    private FitnessTest[] tests = [];

    public StudentRecord()
    {
    }

    /// <summary>A record as it was stored.</summary>
    public StudentRecord(Sex? sex, EnrolmentStep[] steps, FitnessTest[] tests) => (Sex, this.steps, this.tests) = (sex, steps, tests);

    public Sex? Sex { get; private set; }

    public IReadOnlyList<EnrolmentStep> Steps => steps;

    public IReadOnlyList<FitnessTest> Tests => tests;

    public EnrolmentKind? State => steps.Length == 0 ? null : steps[^1].Kind;

    public DateOnly? LastStepOn => steps.Length == 0 ? null : steps[^1].Date;

    public void Add(EnrolmentStep step, Sex? sex)
    {
        steps = [.. steps, step];
        Sex = sex ?? Sex;
    }

    public void Add(FitnessTest test, Sex sex)
    {
        tests = [.. tests, test];
        Sex = sex;
    }

    /// <summary>Adds to <paramref name="counts"/>, with the given sign, all that this student counts for up to a year.</summary>
    /// <param name="throughYear">The last calendar year to count for: the school's newest year with records.</param>
    public void CountInto(RecordCounts counts, int sign, int throughYear, SchoolStage? onlyStage)
    {
        CountEnrolment(counts, sign, throughYear, onlyStage);
        CountFitness(counts, sign, onlyStage);
    }

    private void CountEnrolment(RecordCounts counts, int sign, int throughYear, SchoolStage? onlyStage)
    {
        if (steps.Length == 0)
            return;
        var at = 0;
        int? grade = null;
        var gradeOn = steps[0].Date;
        for (var year = steps[0].Date.Year; year <= throughYear; year++)
        {
            var stepsInYear = false;
            for (; at < steps.Length && steps[at].Date.Year == year; at++)
            {
                stepsInYear = true;
                if (steps[at].Grade is { } given)
                    (grade, gradeOn) = (given, steps[at].Date);
            }

            var last = steps[at - 1];
            var countedOn = IsOnRoll(last.Kind) ? new DateOnly(year, 12, 31) : last.Date;
            var stage = onlyStage ?? StageOn(grade, gradeOn, countedOn);
            if (stage is null)
                continue;
            if (IsOnRoll(last.Kind))
                counts.Add(CountedMeasure.Enrolled, year, stage.Value, sign);
            else if (stepsInYear)
                CountLeaving(counts, sign, year, stage.Value, last.Kind);
            else if (at == steps.Length)
                return;
        }
    }

    private static void CountLeaving(RecordCounts counts, int sign, int year, SchoolStage stage, EnrolmentKind kind)
    {
        if (kind == EnrolmentKind.DroppedOut)
        {
            counts.Add(CountedMeasure.Enrolled, year, stage, sign);
            counts.Add(CountedMeasure.DroppedOut, year, stage, sign);
        }
        else if (kind == EnrolmentKind.Graduated)
        {
            counts.Add(CountedMeasure.Graduated, year, stage, sign);
        }
    }

    private void CountFitness(RecordCounts counts, int sign, SchoolStage? onlyStage)
    {
        for (var i = 0; i < tests.Length; i++)
        {
            if (!IsLatestOfItsYear(i) || tests[i].Score is not { } score)
                continue;
            if ((onlyStage ?? OrgUnit.StageOfGrade(tests[i].Grade)) is not { } stage)
                continue;
            var year = tests[i].Date.Year;
            counts.Add(CountedMeasure.FitnessTested, year, stage, sign);
            if (CountedMeasures.OfBand(FitnessBands.Of(score)) is { } band)
                counts.Add(band, year, stage, sign);
        }
    }

    /// <summary>Of two tests on one day the one that was sent later counts: it corrects the other.</summary>
    private bool IsLatestOfItsYear(int index)
    {
        for (var i = 0; i < tests.Length; i++)
        {
            var sameYear = tests[i].Date.Year == tests[index].Date.Year;
            if (sameYear && (tests[i].Date > tests[index].Date || (tests[i].Date == tests[index].Date && i > index)))
                return false;
        }

        return true;
    }

    private static bool IsOnRoll(EnrolmentKind kind) => kind is EnrolmentKind.Enrolled or EnrolmentKind.Returned;

    private static SchoolStage? StageOn(int? grade, DateOnly gradeOn, DateOnly day) =>
        grade is { } known ? OrgUnit.StageOfGrade(known + Period.SchoolYearOf(day) - Period.SchoolYearOf(gradeOn)) : null;
}
