using EduAnalytics.Domain.Submissions;
using EduAnalytics.Gateway.Transport.SourceFields;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Submissions;

/// <summary>An outcome under the name its sender gave the submission.</summary>
internal sealed record SubmissionAnswer(string SubmissionId, SubmissionOutcome Outcome);

internal sealed class SubmissionPayloadType : OutputType<SubmissionAnswer>
{
    public SubmissionPayloadType()
    {
        Name = "SubmissionPayload";
        Required<IdGraphType>("submissionId").From(source => source.SubmissionId);
        Required<IntGraphType>("accepted").From(source => source.Outcome.Accepted);
        Required<BooleanGraphType>("duplicate").From(source => source.Outcome.Duplicate);
        Optional<IntGraphType>("version").From(source => source.Outcome.Version);
        List<SubmissionErrorType>("errors").From(source => source.Outcome.Errors);
    }
}

internal sealed class SubmissionErrorType : OutputType<SubmissionError>
{
    public SubmissionErrorType()
    {
        Name = "SubmissionError";
        Required<StringGraphType>("code").From(source => source.Code);
        Required<StringGraphType>("message").From(source => source.Message);
        Optional<IntGraphType>("index").From(source => source.Index);
        Optional<StringGraphType>("field").From(source => source.Field);
        Required<BooleanGraphType>("retryable")
            .Description("True where the same submission, unchanged, may be accepted later; sent again under its id it counts once.")
            .From(source => source.Retryable);
    }
}
