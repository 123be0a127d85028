using EduAnalytics.Domain.Schools;
using EduAnalytics.Gateway.Schema.Scalars;
using EduAnalytics.Gateway.Submissions;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Submissions;

/// <summary>A recordFitness as sent.</summary>
internal sealed record FitnessRecord(string SubmissionId, string School, IReadOnlyList<FitnessLine> Results);

internal sealed class RecordFitnessInput : InputType<FitnessRecord>
{
    public RecordFitnessInput()
    {
        Name = "RecordFitnessInput";
        Required<IdGraphType>("submissionId");
        Required<IdGraphType>("school");
        List<FitnessResultInput>("results");
    }

    protected override FitnessRecord Read(InputMembers members) =>
        new(members.Text("submissionId"), members.Text("school"), members.List<FitnessLine>("results"));
}

internal sealed class FitnessResultInput : InputType<FitnessLine>
{
    public FitnessResultInput()
    {
        Name = "FitnessResultInput";
        Required<IdGraphType>("student");
        Required<StringGraphType>("testedOn");
        Required<IntGraphType>("grade");
        Required<EnumerationGraphType<Sex>>("sex");
        Optional<DecimalScalar>("score");
        OptionalList<FitnessItemInput>("items");
    }

    protected override FitnessLine Read(InputMembers members) => new(
        members.Text("student"),
        members.Text("testedOn"),
        members.Value<int>("grade"),
        members.Value<Sex>("sex"),
        members.ValueOrNull<decimal>("score"),
        members.ListOrNull<FitnessItemLine>("items"));
}

internal sealed class FitnessItemInput : InputType<FitnessItemLine>
{
    public FitnessItemInput()
    {
        Name = "FitnessItemInput";
        Required<StringGraphType>("item");
        Required<DecimalScalar>("value");
    }

    protected override FitnessItemLine Read(InputMembers members) =>
        new(members.Text("item"), members.Value<decimal>("value"));
}
