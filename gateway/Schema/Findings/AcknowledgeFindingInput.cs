using EduAnalytics.Gateway.Schema.Scalars;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Findings;

/// <summary>An acknowledgeFinding as sent.</summary>
internal sealed record FindingWord(string SubmissionId, string Finding, string Note, IReadOnlyList<decimal>? Seen);

internal sealed class AcknowledgeFindingInput : InputType<FindingWord>
{
    public AcknowledgeFindingInput()
    {
        Name = "AcknowledgeFindingInput";
        Required<IdGraphType>("submissionId");
        Field<NonNullGraphType<IdGraphType>>("finding").Description("Finding.id.");
        Field<NonNullGraphType<StringGraphType>>("note").Description("Why the finding may stand, or what is being done.");
        Field<ListGraphType<NonNullGraphType<DecimalScalar>>>("seen")
            .Description("Finding.values as the person read them: where they have changed since, nothing is acknowledged. Left out, the word is on whatever stands.");
    }

    protected override FindingWord Read(InputMembers members) => new(
        members.Text("submissionId"), members.Text("finding"), members.Text("note"), members.ListOrNull<decimal>("seen"));
}

/// <summary>A withdrawAcknowledgement as sent.</summary>
internal sealed record WordWithdrawal(string SubmissionId, string Finding);

internal sealed class WithdrawAcknowledgementInput : InputType<WordWithdrawal>
{
    public WithdrawAcknowledgementInput()
    {
        Name = "WithdrawAcknowledgementInput";
        Required<IdGraphType>("submissionId");
        Field<NonNullGraphType<IdGraphType>>("finding").Description("Finding.id.");
    }

    protected override WordWithdrawal Read(InputMembers members) => new(members.Text("submissionId"), members.Text("finding"));
}
