using System.Collections.Immutable;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Findings.Acknowledgements;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Contracts.Wire;

[GenerateSerializer]
internal struct AcknowledgementSurrogate
{
    [Id(0)] public FindingId Finding;
    [Id(1)] public ImmutableArray<decimal> Values;
    [Id(2)] public Severity Severity;
    [Id(3)] public string Note;
    [Id(4)] public string By;
    [Id(5)] public DateTimeOffset At;
}

[RegisterConverter]
internal sealed class AcknowledgementConverter : IConverter<Acknowledgement, AcknowledgementSurrogate>
{
    public Acknowledgement ConvertFromSurrogate(in AcknowledgementSurrogate surrogate) => new(surrogate.Finding, surrogate.Values, surrogate.Severity, surrogate.Note, surrogate.By, surrogate.At);

    public AcknowledgementSurrogate ConvertToSurrogate(in Acknowledgement value) => new() { Finding = value.Finding, Values = value.Values, Severity = value.Severity, Note = value.Note, By = value.By, At = value.At };
}

[GenerateSerializer]
internal struct AcknowledgementSubmissionSurrogate
{
    [Id(0)] public string Id;
    [Id(1)] public OrgUnitId OrgUnit;
    [Id(2)] public FindingId Finding;
    [Id(3)] public string Note;
    [Id(4)] public string By;
    [Id(5)] public ImmutableArray<decimal>? Seen;
    [Id(6)] public Finding? Standing;
}

[RegisterConverter]
internal sealed class AcknowledgementSubmissionConverter : IConverter<AcknowledgementSubmission, AcknowledgementSubmissionSurrogate>
{
    public AcknowledgementSubmission ConvertFromSurrogate(in AcknowledgementSubmissionSurrogate surrogate) => new(surrogate.Id, surrogate.OrgUnit, surrogate.Finding, surrogate.Note, surrogate.By, surrogate.Seen, surrogate.Standing);

    public AcknowledgementSubmissionSurrogate ConvertToSurrogate(in AcknowledgementSubmission value) => new() { Id = value.Id, OrgUnit = value.OrgUnit, Finding = value.Finding, Note = value.Note, By = value.By, Seen = value.Seen, Standing = value.Standing };
}

[GenerateSerializer]
internal struct WithdrawalSubmissionSurrogate
{
    [Id(0)] public string Id;
    [Id(1)] public OrgUnitId OrgUnit;
    [Id(2)] public FindingId Finding;
    [Id(3)] public string By;
}

[RegisterConverter]
internal sealed class WithdrawalSubmissionConverter : IConverter<WithdrawalSubmission, WithdrawalSubmissionSurrogate>
{
    public WithdrawalSubmission ConvertFromSurrogate(in WithdrawalSubmissionSurrogate surrogate) => new(surrogate.Id, surrogate.OrgUnit, surrogate.Finding, surrogate.By);

    public WithdrawalSubmissionSurrogate ConvertToSurrogate(in WithdrawalSubmission value) => new() { Id = value.Id, OrgUnit = value.OrgUnit, Finding = value.Finding, By = value.By };
}
