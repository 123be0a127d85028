using EduAnalytics.Domain.Schools;
using EduAnalytics.Gateway.Submissions;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Submissions;

/// <summary>A recordEnrolment as sent.</summary>
internal sealed record EnrolmentRecord(string SubmissionId, string School, IReadOnlyList<EnrolmentLine> Events);

internal sealed class RecordEnrolmentInput : InputType<EnrolmentRecord>
{
    public RecordEnrolmentInput()
    {
        Name = "RecordEnrolmentInput";
        Required<IdGraphType>("submissionId");
        Required<IdGraphType>("school");
        List<EnrolmentEventInput>("events");
    }

    protected override EnrolmentRecord Read(InputMembers members) =>
        new(members.Text("submissionId"), members.Text("school"), members.List<EnrolmentLine>("events"));
}

internal sealed class EnrolmentEventInput : InputType<EnrolmentLine>
{
    public EnrolmentEventInput()
    {
        Name = "EnrolmentEventInput";
        Required<IdGraphType>("student");
        Required<EnumerationGraphType<EnrolmentKind>>("kind");
        Required<StringGraphType>("date");
        Optional<IntGraphType>("grade");
        Optional<EnumerationGraphType<Sex>>("sex");
        Optional<StringGraphType>("reason");
    }

    protected override EnrolmentLine Read(InputMembers members) => new(
        members.Text("student"),
        members.Value<EnrolmentKind>("kind"),
        members.Text("date"),
        members.ValueOrNull<int>("grade"),
        members.ValueOrNull<Sex>("sex"),
        members.TextOrNull("reason"));
}
