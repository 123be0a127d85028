using EduAnalytics.Domain.Submissions;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Submissions;

/// <summary>An outcome under the name its sender gave the submission.</summary>
internal sealed record SubmissionAnswer(string SubmissionId, SubmissionOutcome Outcome);

internal sealed class SubmissionPayloadType : OutputType<SubmissionAnswer>
{
    public SubmissionPayloadType()
    {
        Name = "SubmissionPayload";
        Required<IdGraphType>("submissionId").Resolve(context => context.Source.SubmissionId);
        Required<IntGraphType>("accepted").Resolve(context => context.Source.Outcome.Accepted);
        Required<BooleanGraphType>("duplicate").Resolve(context => context.Source.Outcome.Duplicate);
        Optional<IntGraphType>("version").Resolve(context => context.Source.Outcome.Version);
        List<SubmissionErrorType>("errors").Resolve(context => context.Source.Outcome.Errors);
    }
}

internal sealed class SubmissionErrorType : OutputType<SubmissionError>
{
    public SubmissionErrorType()
    {
        Name = "SubmissionError";
        Required<StringGraphType>("code").Resolve(context => context.Source.Code);
        Required<StringGraphType>("message").Resolve(context => context.Source.Message);
        Optional<IntGraphType>("index").Resolve(context => context.Source.Index);
        Optional<StringGraphType>("field").Resolve(context => context.Source.Field);
        Required<BooleanGraphType>("retryable")
            .Description("True where the same submission, unchanged, may be accepted later; sent again under its id it counts once.")
            .Resolve(context => context.Source.Retryable);
    }
}
