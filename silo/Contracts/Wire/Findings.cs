using System.Collections.Immutable;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Findings.Acknowledgements;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Release;
using EduAnalytics.Domain.Sources;

namespace EduAnalytics.Contracts.Wire;

[GenerateSerializer]
internal struct FindingIdSurrogate
{
    [Id(0)] public string Rule;
    [Id(1)] public OrgUnitId OrgUnit;
    [Id(2)] public Period Period;
    [Id(3)] public SchoolStage? Stage;
    [Id(4)] public string Subject;
}

[RegisterConverter]
internal sealed class FindingIdConverter : IConverter<FindingId, FindingIdSurrogate>
{
    public FindingId ConvertFromSurrogate(in FindingIdSurrogate surrogate) => new(surrogate.Rule, surrogate.OrgUnit, surrogate.Period, surrogate.Stage, surrogate.Subject);

    public FindingIdSurrogate ConvertToSurrogate(in FindingId value) => new() { Rule = value.Rule, OrgUnit = value.OrgUnit, Period = value.Period, Stage = value.Stage, Subject = value.Subject };
}

[GenerateSerializer]
internal struct FindingSurrogate
{
    [Id(0)] public FindingId Id;
    [Id(1)] public Severity Severity;
    [Id(2)] public string Message;
    [Id(3)] public string MessageEn;
    [Id(4)] public ImmutableArray<decimal> Values;
    [Id(5)] public ImmutableArray<SourceReference> Sources;
    [Id(6)] public Suppression? Withheld;
    [Id(7)] public Acknowledgement? Acknowledgement;
    [Id(8)] public ImmutableArray<FindingNumber> Numbers;
    [Id(9)] public bool IsToldForWord;
}

[RegisterConverter]
internal sealed class FindingConverter : IConverter<Finding, FindingSurrogate>
{
    public Finding ConvertFromSurrogate(in FindingSurrogate surrogate) =>
        new(surrogate.Id, surrogate.Severity, surrogate.Message, surrogate.MessageEn, surrogate.Values, surrogate.Sources)
        {
            Withheld = surrogate.Withheld,
            Acknowledgement = surrogate.Acknowledgement,
            // An older process tells none.
            Numbers = surrogate.Numbers.IsDefault ? [] : surrogate.Numbers,
            IsToldForWord = surrogate.IsToldForWord,
        };

    public FindingSurrogate ConvertToSurrogate(in Finding value) => new()
    {
        Id = value.Id,
        Severity = value.Severity,
        Message = value.Message,
        MessageEn = value.MessageEn,
        Values = value.Values,
        Sources = value.Sources,
        Withheld = value.Withheld,
        Acknowledgement = value.Acknowledgement,
        Numbers = value.Numbers,
        IsToldForWord = value.IsToldForWord,
    };
}

[GenerateSerializer]
internal struct FindingNumberSurrogate
{
    [Id(0)] public decimal Value;
    [Id(1)] public FindingNumberKind Kind;
    [Id(2)] public string Label;
    [Id(3)] public string LabelEn;
    [Id(4)] public string? Unit;
    [Id(5)] public string? Code;
    [Id(6)] public Period? Period;
    [Id(7)] public SchoolStage? Stage;
    [Id(8)] public string? SetBy;
    [Id(9)] public ImmutableArray<SourceReference> Sources;
}

[RegisterConverter]
internal sealed class FindingNumberConverter : IConverter<FindingNumber, FindingNumberSurrogate>
{
    public FindingNumber ConvertFromSurrogate(in FindingNumberSurrogate surrogate) => new(surrogate.Value, surrogate.Kind, surrogate.Label, surrogate.LabelEn)
    {
        Unit = surrogate.Unit,
        Code = surrogate.Code,
        Period = surrogate.Period,
        Stage = surrogate.Stage,
        SetBy = surrogate.SetBy,
        Sources = surrogate.Sources,
    };

    public FindingNumberSurrogate ConvertToSurrogate(in FindingNumber value) => new()
    {
        Value = value.Value,
        Kind = value.Kind,
        Label = value.Label,
        LabelEn = value.LabelEn,
        Unit = value.Unit,
        Code = value.Code,
        Period = value.Period,
        Stage = value.Stage,
        SetBy = value.SetBy,
        Sources = value.Sources,
    };
}
