using System.Collections.Immutable;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Release;
using EduAnalytics.Domain.Standards;

namespace EduAnalytics.Contracts.Wire;

[GenerateSerializer]
internal struct ComplianceReportSurrogate
{
    [Id(0)] public OrgUnitId OrgUnit;
    [Id(1)] public string Standard;
    [Id(2)] public Period Period;
    [Id(3)] public ImmutableArray<CriterionResult> Results;
}

[RegisterConverter]
internal sealed class ComplianceReportConverter : IConverter<ComplianceReport, ComplianceReportSurrogate>
{
    public ComplianceReport ConvertFromSurrogate(in ComplianceReportSurrogate surrogate) => new(surrogate.OrgUnit, surrogate.Standard, surrogate.Period, surrogate.Results);

    public ComplianceReportSurrogate ConvertToSurrogate(in ComplianceReport value) => new() { OrgUnit = value.OrgUnit, Standard = value.Standard, Period = value.Period, Results = value.Results };
}

[GenerateSerializer]
internal struct CriterionResultSurrogate
{
    [Id(0)] public string Criterion;
    [Id(1)] public OrgUnitId OrgUnit;
    [Id(2)] public decimal? Value;
    [Id(3)] public TargetStatus Status;
    [Id(4)] public decimal? Margin;
    [Id(5)] public Basis Basis;
    [Id(6)] public int? Schools;
    [Id(7)] public int? ExpectedSchools;
    [Id(8)] public ImmutableArray<Remedy> Remedies;
    [Id(9)] public RemedyObstacle? Obstacle;
    [Id(10)] public Suppression? Withheld;
}

[RegisterConverter]
internal sealed class CriterionResultConverter : IConverter<CriterionResult, CriterionResultSurrogate>
{
    public CriterionResult ConvertFromSurrogate(in CriterionResultSurrogate surrogate) => new()
    {
        Criterion = surrogate.Criterion,
        OrgUnit = surrogate.OrgUnit,
        Value = surrogate.Value,
        Status = surrogate.Status,
        Margin = surrogate.Margin,
        Basis = surrogate.Basis,
        Schools = surrogate.Schools,
        ExpectedSchools = surrogate.ExpectedSchools,
        Remedies = surrogate.Remedies,
        Obstacle = surrogate.Obstacle,
        Withheld = surrogate.Withheld,
    };

    public CriterionResultSurrogate ConvertToSurrogate(in CriterionResult value) => new()
    {
        Criterion = value.Criterion,
        OrgUnit = value.OrgUnit,
        Value = value.Value,
        Status = value.Status,
        Margin = value.Margin,
        Basis = value.Basis,
        Schools = value.Schools,
        ExpectedSchools = value.ExpectedSchools,
        Remedies = value.Remedies,
        Obstacle = value.Obstacle,
        Withheld = value.Withheld,
    };
}

[GenerateSerializer]
internal struct RemedySurrogate
{
    [Id(0)] public OrgUnitId OrgUnit;
    [Id(1)] public string Measure;
    [Id(2)] public SchoolStage? Stage;
    [Id(3)] public decimal Amount;
}

[RegisterConverter]
internal sealed class RemedyConverter : IConverter<Remedy, RemedySurrogate>
{
    public Remedy ConvertFromSurrogate(in RemedySurrogate surrogate) => new(surrogate.OrgUnit, surrogate.Measure, surrogate.Stage, surrogate.Amount);

    public RemedySurrogate ConvertToSurrogate(in Remedy value) => new() { OrgUnit = value.OrgUnit, Measure = value.Measure, Stage = value.Stage, Amount = value.Amount };
}
