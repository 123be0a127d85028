using System.Collections.Immutable;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Domain.Schools;

/// <summary>What makes an enrolment event impossible, in the light of the student's earlier steps.</summary>
public static class EnrolmentRules
{
    public const int LongestStudentId = 64;
    private static readonly DateOnly earliest = new(1990, 1, 1);

    public static ImmutableArray<SubmissionError> Check(EnrolmentSubmission submission, OrgUnit unit, SchoolLedger ledger, DateOnly today)
    {
        var errors = new SubmissionErrors(submission.Id, submission.Events.Length);

        // Earlier lines of the same submission count as having happened.
        var ahead = new Dictionary<string, (StudentState State, DateOnly On)>(StringComparer.Ordinal);
        for (var i = 0; i < submission.Events.Length; i++)
        {
            var line = submission.Events[i];
            if (!CheckStudent(line.Student, i, errors) | !CheckDate(line.Date, today, i, "date", errors) | !CheckGrade(line, unit, i, errors))
                continue;
            var last = ahead.TryGetValue(line.Student, out var step) ? step : LastStep(ledger.FindStudent(line.Student));
            if (last is { } before && line.Date < before.On)
            {
                errors.Add(
                    SubmissionErrorCodes.OutOfOrder,
                    $"Student {line.Student} has a later event already, on {before.On:yyyy-MM-dd}; send events in order of their date.", i, "date");
            }
            else if (Obstacle(line, last?.State) is var (code, message))
            {
                errors.Add(code, message, i, "kind");
            }
            else
            {
                ahead[line.Student] = (StudentStates.After(ledger.StepOf(line)), line.Date);
            }
        }

        return errors.ToImmutable();
    }

    internal static bool CheckStudent(string student, int index, SubmissionErrors errors)
    {
        if (!string.IsNullOrWhiteSpace(student) && student.Length <= LongestStudentId)
            return true;
        errors.Add(SubmissionErrorCodes.Missing, $"Name the student by a pseudonymous id of 1 to {LongestStudentId} characters.", index, "student");
        return false;
    }

    internal static bool CheckDate(DateOnly date, DateOnly today, int index, string field, SubmissionErrors errors)
    {
        if (date > today)
            errors.Add(SubmissionErrorCodes.FutureDate, $"{date:yyyy-MM-dd} is in the future; today is {today:yyyy-MM-dd}.", index, field);
        else if (date < earliest)
            errors.Add(SubmissionErrorCodes.BadDate, $"{date:yyyy-MM-dd} lies before {earliest:yyyy-MM-dd}.", index, field);
        return date >= earliest && date <= today;
    }

    private static bool CheckGrade(EnrolmentEvent line, OrgUnit unit, int index, SubmissionErrors errors)
    {
        if (unit.Stages is [SchoolStage.Kindergarten])
        {
            errors.Add(
                SubmissionErrorCodes.WrongStage,
                "Kindergartens state their children as figures (preschool.children); enrolment events begin with primary school.", index, "kind");
            return false;
        }

        if (line.Grade is not { } grade)
        {
            if (unit.Stages.Length == 1 || line.Kind != EnrolmentKind.Enrolled)
                return true;
            errors.Add(SubmissionErrorCodes.Missing, $"{unit.Name} teaches several stages: give the student's grade.", index, "grade");
            return false;
        }

        if (OrgUnit.StageOfGrade(grade) is { } stage && unit.Stages.Contains(stage))
            return true;
        errors.Add(SubmissionErrorCodes.BadValue, $"Grade {grade} is not taught at {unit.Name}.", index, "grade");
        return false;
    }

    private static (StudentState State, DateOnly On)? LastStep(StudentRecord? record) =>
        record?.State is { } state ? (state, record.LastStepOn!.Value) : null;

    private static (string Code, string Message)? Obstacle(EnrolmentEvent line, StudentState? state)
    {
        var onRoll = state?.IsOnRoll() == true;
        return line.Kind switch
        {
            _ when state == StudentState.Deceased =>
                (SubmissionErrorCodes.Deceased, $"Student {line.Student} is recorded as deceased; no event can follow."),
            EnrolmentKind.Enrolled when onRoll =>
                (SubmissionErrorCodes.AlreadyEnrolled, $"Student {line.Student} is on the roll already."),
            EnrolmentKind.Enrolled when state == StudentState.DroppedOut =>
                (SubmissionErrorCodes.AlreadyEnrolled, $"Student {line.Student} dropped out of this school: record the return as RETURNED."),
            EnrolmentKind.Returned when state != StudentState.DroppedOut =>
                (SubmissionErrorCodes.NotDroppedOut, $"Student {line.Student} has not dropped out, so cannot return."),
            EnrolmentKind.SuspicionCleared when state != StudentState.Suspected =>
                (SubmissionErrorCodes.NotSuspected, $"Nobody suspected student {line.Student} of dropping out, so there is nothing to clear."),
            EnrolmentKind.DropoutSuspected when state == StudentState.Suspected =>
                (SubmissionErrorCodes.AlreadySuspected, $"Student {line.Student} is suspected of dropping out already."),
            EnrolmentKind.TransferredOut when state == StudentState.DroppedOut => null,
            EnrolmentKind.DroppedOut or EnrolmentKind.TransferredOut or EnrolmentKind.Graduated or EnrolmentKind.DropoutSuspected when !onRoll =>
                (SubmissionErrorCodes.NotEnrolled, $"Student {line.Student} is not on the roll."),
            _ => null,
        };
    }
}
