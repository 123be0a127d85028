using System.Collections.Immutable;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Release;

namespace EduAnalytics.Contracts.Wire;

[GenerateSerializer]
internal struct ExplanationSurrogate
{
    [Id(0)] public string Formula;
    [Id(1)] public ImmutableArray<Contribution> Contributions;
    [Id(2)] public ImmutableArray<SourceReference> Sources;
}

[RegisterConverter]
internal sealed class ExplanationConverter : IConverter<Explanation, ExplanationSurrogate>
{
    public Explanation ConvertFromSurrogate(in ExplanationSurrogate surrogate) => new(surrogate.Formula, surrogate.Contributions, surrogate.Sources);

    public ExplanationSurrogate ConvertToSurrogate(in Explanation value) => new() { Formula = value.Formula, Contributions = value.Contributions, Sources = value.Sources };
}

[GenerateSerializer]
internal struct ContributionSurrogate
{
    [Id(0)] public OrgUnitId OrgUnit;
    [Id(1)] public string Measure;
    [Id(2)] public decimal Value;
    [Id(3)] public Suppression? Withheld;
}

[RegisterConverter]
internal sealed class ContributionConverter : IConverter<Contribution, ContributionSurrogate>
{
    public Contribution ConvertFromSurrogate(in ContributionSurrogate surrogate) => new(surrogate.OrgUnit, surrogate.Measure, surrogate.Value) { Withheld = surrogate.Withheld };

    public ContributionSurrogate ConvertToSurrogate(in Contribution value) => new() { OrgUnit = value.OrgUnit, Measure = value.Measure, Value = value.Value, Withheld = value.Withheld };
}

[GenerateSerializer]
internal struct SourceReferenceSurrogate
{
    [Id(0)] public string Document;
    [Id(1)] public string? Section;
    [Id(2)] public string? Quote;
    [Id(3)] public DateTimeOffset RecordedAt;
    [Id(4)] public string SubmissionId;
}

[RegisterConverter]
internal sealed class SourceReferenceConverter : IConverter<SourceReference, SourceReferenceSurrogate>
{
    public SourceReference ConvertFromSurrogate(in SourceReferenceSurrogate surrogate) => new(surrogate.Document, surrogate.Section, surrogate.Quote, surrogate.RecordedAt, surrogate.SubmissionId);

    public SourceReferenceSurrogate ConvertToSurrogate(in SourceReference value) => new() { Document = value.Document, Section = value.Section, Quote = value.Quote, RecordedAt = value.RecordedAt, SubmissionId = value.SubmissionId };
}
