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
        var ahead = new Dictionary<string, (EnrolmentKind Kind, DateOnly On)>(StringComparer.Ordinal);
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
            else if (Obstacle(line, last?.Kind) is var (code, message))
            {
                errors.Add(code, message, i, "kind");
            }
            else
            {
                ahead[line.Student] = (line.Kind, line.Date);
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

    private static (EnrolmentKind Kind, DateOnly On)? LastStep(StudentRecord? record) =>
        record?.State is { } kind ? (kind, record.LastStepOn!.Value) : null;

    private static (string Code, string Message)? Obstacle(EnrolmentEvent line, EnrolmentKind? state)
    {
        var onRoll = state is EnrolmentKind.Enrolled or EnrolmentKind.Returned;
        return line.Kind switch
        {
            EnrolmentKind.Enrolled when onRoll =>
                (SubmissionErrorCodes.AlreadyEnrolled, $"Student {line.Student} is on the roll already."),
            EnrolmentKind.Enrolled when state is EnrolmentKind.DroppedOut =>
                (SubmissionErrorCodes.AlreadyEnrolled, $"Student {line.Student} dropped out of this school: record the return as RETURNED."),
            EnrolmentKind.Returned when state is not EnrolmentKind.DroppedOut =>
                (SubmissionErrorCodes.NotDroppedOut, $"Student {line.Student} has not dropped out, so cannot return."),
            EnrolmentKind.DroppedOut or EnrolmentKind.TransferredOut or EnrolmentKind.Graduated when !onRoll =>
                (SubmissionErrorCodes.NotEnrolled, $"Student {line.Student} is not on the roll."),
            _ => null,
        };
    }
}
