using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Schools.Register;

namespace EduAnalytics.Domain.Schools.Counting;

/// <summary>
/// Counts who belongs to a cohort of graduates: those who entered at its first grade, more by every transfer in and fewer
/// by every transfer out, death and move abroad. A dropout stays in the cohort: that is what retention measures.
/// </summary>
/// <remarks>
/// A cohort is named by the year in which it is due to graduate from junior school: the calendar year, and the school year
/// that ends in it. Primary schools bring its entrants, junior schools the transfers after them; a student who enters
/// grade 7 is held to come from a primary school of the district unless the register's reason says otherwise.
/// </remarks>
internal readonly struct CohortCounting(RecordCounts counts, SchoolStage? onlyStage)
{
    private const int FirstGrade = 1;
    private const int FirstJuniorGrade = 7;
    private const int LastGrade = 9;
    private const int FirstMonth = 9;

    public void Count(Standing was, Standing now, EnrolmentStep step)
    {
        if (step.Kind == EnrolmentKind.Enrolled)
            Enter(now, step);
        else if (step.LeavesCohort && was.CohortYear is { } cohort && StageLeft(was, step) is { } stage)
            Leave(cohort, stage);
        if (onlyStage is null && was.OnRoll != now.OnRoll)
            MoveUp(was.OnRoll ? was : now, step.Date, now.OnRoll ? +1 : -1);
    }

    private void Enter(Standing now, EnrolmentStep step)
    {
        if (now.CohortYear is not { } cohort || now.GradeOn(step.Date) is not { } grade || now.StageOn(step.Date, onlyStage) is not { } stage)
            return;
        if (stage == SchoolStage.Primary)
        {
            Add(Tally.EnteredCohort, cohort, +1);
            if (grade == FirstGrade && IsAtTheStart(step.Date))
                Add(Tally.BeganCohort, cohort, +1);
        }
        else if (stage == SchoolStage.Junior)
        {
            Add(Tally.EnteredJuniorCohort, cohort, +1);
            if (grade > FirstJuniorGrade || step.Reason == ReasonMeaning.TransferredIn)
                Add(Tally.EnteredCohort, cohort, +1);
            if (grade == FirstJuniorGrade && IsAtTheStart(step.Date))
            {
                Add(Tally.BeganJuniorCohort, cohort, +1);
                if (onlyStage is not null)
                    Add(Tally.BeganCohort, cohort, +1);
            }
        }
    }

    /// <summary>A register that is opened in spring holds the first graders too, and does not know whom they lost before.</summary>
    private static bool IsAtTheStart(DateOnly day) => day.Month >= FirstMonth;

    private void Leave(int cohort, SchoolStage stage)
    {
        if (stage is SchoolStage.Primary or SchoolStage.Junior)
            Add(Tally.EnteredCohort, cohort, -1);
        if (stage == SchoolStage.Junior)
            Add(Tally.EnteredJuniorCohort, cohort, -1);
    }

    /// <summary>In a school of both stages nobody enters junior school anew: who is on the roll in that September has.</summary>
    private void MoveUp(Standing standing, DateOnly from, int sign)
    {
        if (standing.CohortYear is not { } cohort)
            return;
        foreach (var move in StageMoves.After(standing, from))
        {
            if (move.To != SchoolStage.Junior)
                continue;
            Add(Tally.EnteredJuniorCohort, cohort, sign);
            Add(Tally.BeganJuniorCohort, cohort, sign);
        }
    }

    private SchoolStage? StageLeft(Standing was, EnrolmentStep step) => was.StageOn(was.DroppedOutOn ?? step.Date, onlyStage);

    private void Add(Tally tally, int cohort, int by)
    {
        counts.Add(tally, Period.OfYear(cohort + LastGrade), SchoolStage.Junior, by);
        counts.Add(tally, Period.OfSchoolYear(cohort + LastGrade - 1), SchoolStage.Junior, by);
    }
}
