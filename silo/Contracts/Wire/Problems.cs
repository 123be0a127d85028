using System.Collections.Immutable;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Problems;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Contracts.Wire;

[GenerateSerializer]
internal struct ProblemSurrogate
{
    [Id(0)] public string Number;
    [Id(1)] public string Text;
    [Id(2)] public ImmutableArray<string> Indicators;
    [Id(3)] public ProblemStatus Status;
    [Id(4)] public string? Correction;
}

[RegisterConverter]
internal sealed class ProblemConverter : IConverter<Problem, ProblemSurrogate>
{
    public Problem ConvertFromSurrogate(in ProblemSurrogate surrogate) => new(surrogate.Number, surrogate.Text, surrogate.Indicators, surrogate.Status, surrogate.Correction);

    public ProblemSurrogate ConvertToSurrogate(in Problem value) => new() { Number = value.Number, Text = value.Text, Indicators = value.Indicators, Status = value.Status, Correction = value.Correction };
}

[GenerateSerializer]
internal struct ProblemLedgerSurrogate
{
    [Id(0)] public Period Period;
    [Id(1)] public Source Source;
    [Id(2)] public ImmutableArray<Problem> Problems;
    [Id(3)] public string SubmissionId;
    [Id(4)] public DateTimeOffset AcceptedAt;
}

[RegisterConverter]
internal sealed class ProblemLedgerConverter : IConverter<ProblemLedger, ProblemLedgerSurrogate>
{
    public ProblemLedger ConvertFromSurrogate(in ProblemLedgerSurrogate surrogate) => new(surrogate.Period, surrogate.Source, surrogate.Problems, surrogate.SubmissionId, surrogate.AcceptedAt);

    public ProblemLedgerSurrogate ConvertToSurrogate(in ProblemLedger value) => new() { Period = value.Period, Source = value.Source, Problems = value.Problems, SubmissionId = value.SubmissionId, AcceptedAt = value.AcceptedAt };
}

[GenerateSerializer]
internal struct UnitProblemsSurrogate
{
    [Id(0)] public OrgUnitId OrgUnit;
    [Id(1)] public ImmutableArray<ProblemLedger> Ledgers;
}

[RegisterConverter]
internal sealed class UnitProblemsConverter : IConverter<UnitProblems, UnitProblemsSurrogate>
{
    public UnitProblems ConvertFromSurrogate(in UnitProblemsSurrogate surrogate) => new(surrogate.OrgUnit, surrogate.Ledgers);

    public UnitProblemsSurrogate ConvertToSurrogate(in UnitProblems value) => new() { OrgUnit = value.OrgUnit, Ledgers = value.Ledgers };
}

[GenerateSerializer]
internal struct ProblemsSubmissionSurrogate
{
    [Id(0)] public string Id;
    [Id(1)] public OrgUnitId OrgUnit;
    [Id(2)] public Period Period;
    [Id(3)] public Source Source;
    [Id(4)] public ImmutableArray<Problem> Problems;
}

[RegisterConverter]
internal sealed class ProblemsSubmissionConverter : IConverter<ProblemsSubmission, ProblemsSubmissionSurrogate>
{
    public ProblemsSubmission ConvertFromSurrogate(in ProblemsSubmissionSurrogate surrogate) => new(surrogate.Id, surrogate.OrgUnit, surrogate.Period, surrogate.Source, surrogate.Problems);

    public ProblemsSubmissionSurrogate ConvertToSurrogate(in ProblemsSubmission value) => new() { Id = value.Id, OrgUnit = value.OrgUnit, Period = value.Period, Source = value.Source, Problems = value.Problems };
}
