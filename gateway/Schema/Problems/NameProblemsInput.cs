using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Problems;
using EduAnalytics.Gateway.Schema.Scalars;
using EduAnalytics.Gateway.Schema.Submissions;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Problems;

/// <summary>A nameProblems as sent.</summary>
internal sealed record ProblemsNaming(string SubmissionId, string OrgUnit, Period Period, Source Source, IReadOnlyList<Problem> Problems);

internal sealed class NameProblemsInput : InputType<ProblemsNaming>
{
    public NameProblemsInput()
    {
        Name = "NameProblemsInput";
        Required<IdGraphType>("submissionId");
        Required<IdGraphType>("orgUnit");
        Field<NonNullGraphType<PeriodScalar>>("period")
            .Description("The year in which the ledger is drawn up: it answers for that year's figures and those of the year before.");
        Required<SourceInput>("source");
        List<ProblemInput>("problems");
    }

    protected override ProblemsNaming Read(InputMembers members) => new(
        members.Text("submissionId"),
        members.Text("orgUnit"),
        members.Value<Period>("period"),
        members.Object<Source>("source"),
        members.List<Problem>("problems"));
}

internal sealed class ProblemInput : InputType<Problem>
{
    public ProblemInput()
    {
        Name = "ProblemInput";
        Description = "One problem of a ledger, in the document's own words.";
        Field<NonNullGraphType<IdGraphType>>("number").Description("The ledger's own number for it, each once.");
        Required<StringGraphType>("text");
        Field<ListGraphType<NonNullGraphType<IdGraphType>>>("indicators")
            .Description("Codes of the indicators it is about; none where it is about none that is kept here.");
        Field<EnumerationGraphType<ProblemStatus>>("status").Description("OPEN where nothing is said.");
        Field<StringGraphType>("correction").Description("What is to be done about it.");
    }

    protected override Problem Read(InputMembers members) => new(
        members.Text("number"),
        members.Text("text"),
        [.. members.ListOrNull<object>("indicators")?.Select(code => code.ToString()!) ?? []],
        members.ValueOrNull<ProblemStatus>("status") ?? ProblemStatus.Open,
        members.TextOrNull("correction"));
}
