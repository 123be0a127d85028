using System.Collections.Immutable;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Contracts.Wire;

[GenerateSerializer]
internal struct SubmissionErrorSurrogate
{
    [Id(0)] public string Code;
    [Id(1)] public string Message;
    [Id(2)] public int? Index;
    [Id(3)] public string? Field;
}

[RegisterConverter]
internal sealed class SubmissionErrorConverter : IConverter<SubmissionError, SubmissionErrorSurrogate>
{
    public SubmissionError ConvertFromSurrogate(in SubmissionErrorSurrogate surrogate) => new(surrogate.Code, surrogate.Message, surrogate.Index, surrogate.Field);

    public SubmissionErrorSurrogate ConvertToSurrogate(in SubmissionError value) => new() { Code = value.Code, Message = value.Message, Index = value.Index, Field = value.Field };
}

[GenerateSerializer]
internal struct SubmissionOutcomeSurrogate
{
    [Id(0)] public int Accepted;
    [Id(1)] public bool Duplicate;
    [Id(2)] public long? Version;
    [Id(3)] public ImmutableArray<SubmissionError> Errors;
}

[RegisterConverter]
internal sealed class SubmissionOutcomeConverter : IConverter<SubmissionOutcome, SubmissionOutcomeSurrogate>
{
    public SubmissionOutcome ConvertFromSurrogate(in SubmissionOutcomeSurrogate surrogate)
    {
        if (surrogate.Version is not { } version)
            return SubmissionOutcome.OfRefused(surrogate.Errors);
        return surrogate.Duplicate
            ? SubmissionOutcome.OfDuplicate(surrogate.Accepted, version)
            : SubmissionOutcome.OfAccepted(surrogate.Accepted, version);
    }

    public SubmissionOutcomeSurrogate ConvertToSurrogate(in SubmissionOutcome value) => new()
    {
        Accepted = value.Accepted,
        Duplicate = value.Duplicate,
        Version = value.Version,
        Errors = value.Errors,
    };
}
