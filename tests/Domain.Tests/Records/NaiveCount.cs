using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Schools;

namespace EduAnalytics.Domain.Tests.Records;

internal sealed record StageCounts(int Enrolled, int DroppedOut, int Returned, int Suspected, int Confirmed, int Graduated);

/// <summary>Counts by the definitions and by nothing else: each student's state on the days that matter.</summary>
internal static class NaiveCount
{
    public static StageCounts Of(IReadOnlyCollection<StudentRecord> students, Period period, SchoolStage stage)
    {
        // The first school year of a school's records may begin after September.
        var september = new DateOnly(period.Start.Year, 9, 30);
        var hasSeptember = period.Type != PeriodType.SchoolYear || students.Any(student => WasOnRoll(student, september) && StageOn(student, september) == stage);
        var (enrolled, droppedOut, returned, suspected, confirmed, graduated) = (0, 0, 0, 0, 0, 0);
        foreach (var student in students)
        {
            var countingDay = period.Type == PeriodType.SchoolYear && hasSeptember ? september : period.End;
            var onRoll = student.StateOn(countingDay)?.IsOnRoll() == true && StageOn(student, countingDay) == stage;
            var dropout = OpenDropout(student, period.End);
            var isDropout = dropout is { } left && period.Contains(left) && StageOn(student, left) == stage;
            enrolled += onRoll || (isDropout && !WasOnRoll(student, countingDay)) ? 1 : 0;
            droppedOut += isDropout ? 1 : 0;
            confirmed += dropout is { } away && StageOn(student, away) == stage ? 1 : 0;
            suspected += SuspectedOn(student, period.End) is { } since && StageOn(student, since) == stage ? 1 : 0;
            foreach (var step in student.Steps)
            {
                if (!period.Contains(step.Date))
                    continue;
                if (step.Kind == EnrolmentKind.Returned && StageOn(student, OpenDropout(student, step.Date, step)!.Value) == stage)
                    returned++;
                if (step.Kind == EnrolmentKind.Graduated && period.IsWholeYear && StageOn(student, step.Date) == stage)
                {
                    graduated++;
                    enrolled += hasSeptember ? 0 : 1;
                }
            }
        }

        return new StageCounts(enrolled, droppedOut, returned, suspected, confirmed, graduated);
    }

    private static bool WasOnRoll(StudentRecord student, DateOnly day) => student.StateOn(day)?.IsOnRoll() == true;

    /// <summary>The day of the dropout that is open at the end of a day, or just before a step.</summary>
    private static DateOnly? OpenDropout(StudentRecord student, DateOnly day, EnrolmentStep? before = null)
    {
        DateOnly? open = null;
        foreach (var step in student.Steps)
        {
            if (step.Date > day || step == before)
                break;
            if (step.DropsOut)
                open = step.Date;
            else if (step.Kind is EnrolmentKind.Returned or EnrolmentKind.TransferredOut or EnrolmentKind.Enrolled)
                open = null;
        }

        return open;
    }

    private static DateOnly? SuspectedOn(StudentRecord student, DateOnly day)
    {
        DateOnly? since = null;
        foreach (var step in student.Steps)
        {
            if (step.Date <= day)
                since = step.Kind == EnrolmentKind.DropoutSuspected ? step.Date : null;
        }

        return since;
    }

    private static SchoolStage? StageOn(StudentRecord student, DateOnly day)
    {
        SchoolStage? stage = null;
        foreach (var step in student.Steps)
        {
            if (step.Date <= day && step.Grade is { } grade)
                stage = OrgUnit.StageOfGrade(grade + Period.SchoolYearOf(day) - Period.SchoolYearOf(step.Date));
        }

        return stage;
    }
}
