using System.Collections.Immutable;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Submissions;

namespace EduAnalytics.Gateway.Ingest.Lines;

/// <summary>Lines of <c>/ingest/enrolment</c>.</summary>
internal sealed class EnrolmentFormat(SubmissionCommands commands, Caller caller) : ILineFormat<EnrolmentEvent>
{
    private const string Fields = "school, student, kind, date, grade, sex, reason";

    public string OwnerField => "school";

    public (LineOwner? Owner, EnrolmentEvent? Value) Read(ref JsonLine line, TextPool texts)
    {
        var (school, student, reason) = ((string?)null, (string?)null, (string?)null);
        EnrolmentKind? kind = null;
        DateOnly? date = null;
        int? grade = null;
        Sex? sex = null;
        while (line.NextField())
        {
            if (line.Takes("school"u8))
                school = line.BelongsTo(line.PooledText("school", texts));
            else if (line.Takes("student"u8))
                student = line.Text("student");
            else if (line.Takes("kind"u8))
                kind = line.Word<EnrolmentKind>("kind");
            else if (line.Takes("date"u8))
                date = line.Date("date");
            else if (line.Takes("grade"u8))
                grade = line.Whole("grade");
            else if (line.Takes("sex"u8))
                sex = line.Word<Sex>("sex");
            else if (line.Takes("reason"u8))
                reason = line.PooledText("reason", texts);
            else
                line.RefuseField(Fields);
        }

        line.Require(school is not null, "school");
        line.Require(student is not null, "student");
        line.Require(kind is not null, "kind");
        line.Require(date is not null, "date");
        LineOwner? owner = school is null ? null : new LineOwner(school, null);
        return (owner, line.Fault is null ? new EnrolmentEvent(student!, kind!.Value, date!.Value, grade, sex, reason) : null);
    }

    public Task<SubmissionOutcome> Submit(string submissionId, LineOwner owner, ImmutableArray<EnrolmentEvent> lines) =>
        commands.RecordEnrolment(caller, submissionId, owner.Unit, lines);
}
