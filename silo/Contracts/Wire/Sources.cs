using System.Collections.Immutable;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Sources;

namespace EduAnalytics.Contracts.Wire;

[GenerateSerializer]
internal struct SourceReferenceSurrogate
{
    [Id(0)] public string Document;
    [Id(1)] public string? Section;
    [Id(2)] public string? Quote;
    [Id(3)] public DateTimeOffset RecordedAt;
    [Id(4)] public string SubmissionId;
    [Id(5)] public SourceKind Kind;
    [Id(6)] public OrgUnitId OrgUnit;
    [Id(7)] public int Lines;
    [Id(8)] public string? File;
    [Id(9)] public long? Line;
}

[RegisterConverter]
internal sealed class SourceReferenceConverter : IConverter<SourceReference, SourceReferenceSurrogate>
{
    public SourceReference ConvertFromSurrogate(in SourceReferenceSurrogate surrogate) => new(
        surrogate.Kind, surrogate.OrgUnit, surrogate.Document, surrogate.Section, surrogate.Quote, surrogate.RecordedAt, surrogate.SubmissionId, surrogate.Lines)
    {
        File = surrogate.File,
        Line = surrogate.Line,
    };

    public SourceReferenceSurrogate ConvertToSurrogate(in SourceReference value) => new()
    {
        Document = value.Document,
        Section = value.Section,
        Quote = value.Quote,
        RecordedAt = value.RecordedAt,
        SubmissionId = value.SubmissionId,
        Kind = value.Kind,
        OrgUnit = value.OrgUnit,
        Lines = value.Lines,
        File = value.File,
        Line = value.Line,
    };
}

[GenerateSerializer]
internal struct SourceQuestionSurrogate
{
    [Id(0)] public string Indicator;
    [Id(1)] public Period Period;
    [Id(2)] public SchoolStage? Stage;
    [Id(3)] public string? Part;
    [Id(4)] public long Version;
}

[RegisterConverter]
internal sealed class SourceQuestionConverter : IConverter<SourceQuestion, SourceQuestionSurrogate>
{
    public SourceQuestion ConvertFromSurrogate(in SourceQuestionSurrogate surrogate) => new(surrogate.Indicator, surrogate.Period, surrogate.Stage, surrogate.Part, surrogate.Version);

    public SourceQuestionSurrogate ConvertToSurrogate(in SourceQuestion value) => new() { Indicator = value.Indicator, Period = value.Period, Stage = value.Stage, Part = value.Part, Version = value.Version };
}

[GenerateSerializer]
internal struct FoundSourcesSurrogate
{
    [Id(0)] public ImmutableArray<SourceReference> Newest;
    [Id(1)] public int Count;
    [Id(2)] public ImmutableArray<UnitBehind> Below;
}

[RegisterConverter]
internal sealed class FoundSourcesConverter : IConverter<FoundSources, FoundSourcesSurrogate>
{
    public FoundSources ConvertFromSurrogate(in FoundSourcesSurrogate surrogate) => new(surrogate.Newest, surrogate.Count, surrogate.Below);

    public FoundSourcesSurrogate ConvertToSurrogate(in FoundSources value) => new() { Newest = value.Newest, Count = value.Count, Below = value.Below };
}

[GenerateSerializer]
internal struct UnitBehindSurrogate
{
    [Id(0)] public OrgUnitId OrgUnit;
    [Id(1)] public long Version;
    [Id(2)] public DateTimeOffset ChangedAt;
}

[RegisterConverter]
internal sealed class UnitBehindConverter : IConverter<UnitBehind, UnitBehindSurrogate>
{
    public UnitBehind ConvertFromSurrogate(in UnitBehindSurrogate surrogate) => new(surrogate.OrgUnit, surrogate.Version, surrogate.ChangedAt);

    public UnitBehindSurrogate ConvertToSurrogate(in UnitBehind value) => new() { OrgUnit = value.OrgUnit, Version = value.Version, ChangedAt = value.ChangedAt };
}
