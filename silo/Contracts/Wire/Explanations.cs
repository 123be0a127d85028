using System.Collections.Immutable;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Release;

namespace EduAnalytics.Contracts.Wire;

[GenerateSerializer]
internal struct ExplanationSurrogate
{
    [Id(0)] public string Formula;
    [Id(1)] public ImmutableArray<Contribution> Contributions;
}

[RegisterConverter]
internal sealed class ExplanationConverter : IConverter<Explanation, ExplanationSurrogate>
{
    public Explanation ConvertFromSurrogate(in ExplanationSurrogate surrogate) => new(surrogate.Formula, surrogate.Contributions);

    public ExplanationSurrogate ConvertToSurrogate(in Explanation value) => new() { Formula = value.Formula, Contributions = value.Contributions };
}

[GenerateSerializer]
internal struct ContributionSurrogate
{
    [Id(0)] public OrgUnitId OrgUnit;
    [Id(1)] public string Measure;
    [Id(2)] public decimal Value;
    [Id(3)] public Period Period;
    [Id(4)] public long Version;
    [Id(5)] public DateTimeOffset ChangedAt;
    [Id(6)] public Suppression? Withheld;
}

[RegisterConverter]
internal sealed class ContributionConverter : IConverter<Contribution, ContributionSurrogate>
{
    public Contribution ConvertFromSurrogate(in ContributionSurrogate surrogate) => new(surrogate.OrgUnit, surrogate.Measure, surrogate.Period, surrogate.Value, surrogate.Version, surrogate.ChangedAt) { Withheld = surrogate.Withheld };

    public ContributionSurrogate ConvertToSurrogate(in Contribution value) => new() { OrgUnit = value.OrgUnit, Measure = value.Measure, Value = value.Value, Period = value.Period, Version = value.Version, ChangedAt = value.ChangedAt, Withheld = value.Withheld };
}
