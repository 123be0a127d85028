using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Schools.Counting;

/// <summary>Where a student's steps so far have led, as far as counting needs it.</summary>
internal struct Standing
{
    private int? grade;
    private DateOnly gradeOn;

    public bool OnRoll { get; private set; }

    /// <summary>The day of the dropout that is not closed yet.</summary>
    public DateOnly? DroppedOutOn { get; private set; }

    /// <summary>The day of the suspicion that is open yet.</summary>
    public DateOnly? SuspectedOn { get; private set; }

    /// <summary>The school year in which this student's cohort was in grade 1, by the grade of the last enrolment; null where unknown.</summary>
    public int? CohortYear { get; private set; }

    /// <summary>Whether the steps left the student on the roll at a month's end.</summary>
    public static bool WasOnRollIn(int month, ReadOnlySpan<EnrolmentStep> steps)
    {
        var standing = default(Standing);
        foreach (var step in steps)
        {
            if (RecordCounts.MonthOf(step.Date) > month)
                break;
            standing.Take(step);
        }

        return standing.OnRoll;
    }

    public static Standing After(ReadOnlySpan<EnrolmentStep> steps)
    {
        var standing = default(Standing);
        foreach (var step in steps)
            standing.Take(step);
        return standing;
    }

    public void Take(EnrolmentStep step)
    {
        if (step.Grade is { } given)
            (grade, gradeOn) = (given, step.Date);
        SuspectedOn = null;
        switch (step.Kind)
        {
            case EnrolmentKind.Enrolled:
                (OnRoll, DroppedOutOn) = (true, null);
                CohortYear = GradeOn(step.Date) is { } now ? Period.SchoolYearOf(step.Date) - now + 1 : null;
                break;
            case EnrolmentKind.Returned:
                (OnRoll, DroppedOutOn) = (true, null);
                break;
            case EnrolmentKind.DropoutSuspected:
                SuspectedOn = step.Date;
                break;
            case EnrolmentKind.SuspicionCleared:
                break;
            default:
                (OnRoll, DroppedOutOn) = (false, step.DropsOut ? step.Date : null);
                break;
        }
    }

    /// <summary>The grade on a day, one higher with every school year since it was given; null where none was.</summary>
    public readonly int? GradeOn(DateOnly day) =>
        grade is { } known ? known + Period.SchoolYearOf(day) - Period.SchoolYearOf(gradeOn) : null;

    public readonly SchoolStage? StageOn(DateOnly day, SchoolStage? onlyStage) =>
        onlyStage ?? (GradeOn(day) is { } now ? OrgUnit.StageOfGrade(now) : null);
}
