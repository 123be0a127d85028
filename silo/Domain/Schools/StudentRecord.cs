namespace EduAnalytics.Domain.Schools;

/// <summary>
/// What a school keeps of one student: the steps in order of date, and the tests in order of arrival. All counts follow
/// from these; nothing is counted that could not be counted again.
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

    public ReadOnlySpan<EnrolmentStep> Steps => steps;

    public ReadOnlySpan<FitnessTest> Tests => tests;

    /// <summary>The state by all steps; null before the first.</summary>
    public StudentState? State => StateOn(DateOnly.MaxValue);

    public DateOnly? LastStepOn => steps.Length == 0 ? null : steps[^1].Date;

    /// <summary>The state at the end of a day; null where the student had not come yet.</summary>
    public StudentState? StateOn(DateOnly day)
    {
        StudentState? state = null;
        foreach (var step in steps)
        {
            if (step.Date > day)
                break;
            state = StudentStates.After(step);
        }

        return state;
    }

    internal void Add(EnrolmentStep step, Sex? sex)
    {
        steps = [.. steps, step];
        Sex = sex ?? Sex;
    }

    internal void Add(FitnessTest test, Sex sex)
    {
        tests = [.. tests, test];
        Sex = sex;
    }
}
