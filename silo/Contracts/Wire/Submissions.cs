using System.Collections.Immutable;
using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Contracts.Wire;

[GenerateSerializer]
internal struct FiguresSubmissionSurrogate
{
    [Id(0)] public string Id;
    [Id(1)] public OrgUnitId OrgUnit;
    [Id(2)] public Source Source;
    [Id(3)] public ImmutableArray<Figure> Figures;
}

[RegisterConverter]
internal sealed class FiguresSubmissionConverter : IConverter<FiguresSubmission, FiguresSubmissionSurrogate>
{
    public FiguresSubmission ConvertFromSurrogate(in FiguresSubmissionSurrogate surrogate) => new(surrogate.Id, surrogate.OrgUnit, surrogate.Source, surrogate.Figures);

    public FiguresSubmissionSurrogate ConvertToSurrogate(in FiguresSubmission value) => new() { Id = value.Id, OrgUnit = value.OrgUnit, Source = value.Source, Figures = value.Figures };
}

[GenerateSerializer]
internal struct EnrolmentSubmissionSurrogate
{
    [Id(0)] public string Id;
    [Id(1)] public OrgUnitId OrgUnit;
    [Id(2)] public ImmutableArray<EnrolmentEvent> Events;
}

[RegisterConverter]
internal sealed class EnrolmentSubmissionConverter : IConverter<EnrolmentSubmission, EnrolmentSubmissionSurrogate>
{
    public EnrolmentSubmission ConvertFromSurrogate(in EnrolmentSubmissionSurrogate surrogate) => new(surrogate.Id, surrogate.OrgUnit, surrogate.Events);

    public EnrolmentSubmissionSurrogate ConvertToSurrogate(in EnrolmentSubmission value) => new() { Id = value.Id, OrgUnit = value.OrgUnit, Events = value.Events };
}

[GenerateSerializer]
internal struct FitnessSubmissionSurrogate
{
    [Id(0)] public string Id;
    [Id(1)] public OrgUnitId OrgUnit;
    [Id(2)] public ImmutableArray<FitnessResult> Results;
}

[RegisterConverter]
internal sealed class FitnessSubmissionConverter : IConverter<FitnessSubmission, FitnessSubmissionSurrogate>
{
    public FitnessSubmission ConvertFromSurrogate(in FitnessSubmissionSurrogate surrogate) => new(surrogate.Id, surrogate.OrgUnit, surrogate.Results);

    public FitnessSubmissionSurrogate ConvertToSurrogate(in FitnessSubmission value) => new() { Id = value.Id, OrgUnit = value.OrgUnit, Results = value.Results };
}

[GenerateSerializer]
internal struct OrgUnitsSubmissionSurrogate
{
    [Id(0)] public string Id;
    [Id(1)] public OrgUnitId OrgUnit;
    [Id(2)] public ImmutableArray<OrgUnit> Units;
}

[RegisterConverter]
internal sealed class OrgUnitsSubmissionConverter : IConverter<OrgUnitsSubmission, OrgUnitsSubmissionSurrogate>
{
    public OrgUnitsSubmission ConvertFromSurrogate(in OrgUnitsSubmissionSurrogate surrogate) => new(surrogate.Id, surrogate.OrgUnit, surrogate.Units);

    public OrgUnitsSubmissionSurrogate ConvertToSurrogate(in OrgUnitsSubmission value) => new() { Id = value.Id, OrgUnit = value.OrgUnit, Units = value.Units };
}
