using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Release;
using Orleans.Serialization.Cloning;

namespace EduAnalytics.Contracts.Wire;

[GenerateSerializer]
internal struct ValueQuerySurrogate
{
    [Id(0)] public OrgUnitId OrgUnit;
    [Id(1)] public string Indicator;
    [Id(2)] public Period Period;
    [Id(3)] public SchoolStage? Stage;
}

[RegisterConverter]
internal sealed class ValueQueryConverter : IConverter<ValueQuery, ValueQuerySurrogate>
{
    public ValueQuery ConvertFromSurrogate(in ValueQuerySurrogate surrogate) => new(surrogate.OrgUnit, surrogate.Indicator, surrogate.Period, surrogate.Stage);

    public ValueQuerySurrogate ConvertToSurrogate(in ValueQuery value) => new() { OrgUnit = value.OrgUnit, Indicator = value.Indicator, Period = value.Period, Stage = value.Stage };
}

[GenerateSerializer]
internal struct IndicatorValueSurrogate
{
    [Id(0)] public OrgUnitId OrgUnit;
    [Id(1)] public string Indicator;
    [Id(2)] public Period Period;
    [Id(3)] public SchoolStage? Stage;
    [Id(4)] public decimal? Value;
    [Id(5)] public decimal? Numerator;
    [Id(6)] public decimal? Denominator;
    [Id(7)] public Basis Basis;
    [Id(8)] public decimal? Reported;
    [Id(9)] public decimal? Target;
    [Id(10)] public TargetStatus Status;
    [Id(11)] public decimal? Change;
    [Id(12)] public DateTimeOffset? AsOf;
    [Id(13)] public int? ReportedUnits;
    [Id(14)] public int? ExpectedUnits;
    [Id(15)] public long Version;
    [Id(16)] public Suppression? Withheld;
    [Id(17)] public DateTimeOffset? ReadAsOf;
    [Id(18)] public Suppression? WithheldChange;
}

[RegisterConverter]
internal sealed class IndicatorValueConverter : IConverter<IndicatorValue, IndicatorValueSurrogate>
{
    public IndicatorValue ConvertFromSurrogate(in IndicatorValueSurrogate surrogate) => new()
    {
        OrgUnit = surrogate.OrgUnit,
        Indicator = surrogate.Indicator,
        Period = surrogate.Period,
        Stage = surrogate.Stage,
        Value = surrogate.Value,
        Numerator = surrogate.Numerator,
        Denominator = surrogate.Denominator,
        Basis = surrogate.Basis,
        Reported = surrogate.Reported,
        Target = surrogate.Target,
        Status = surrogate.Status,
        Change = surrogate.Change,
        AsOf = surrogate.AsOf,
        ReportedUnits = surrogate.ReportedUnits,
        ExpectedUnits = surrogate.ExpectedUnits,
        Version = surrogate.Version,
        Withheld = surrogate.Withheld,
        ReadAsOf = surrogate.ReadAsOf,
        WithheldChange = surrogate.WithheldChange,
    };

    public IndicatorValueSurrogate ConvertToSurrogate(in IndicatorValue value) => new()
    {
        OrgUnit = value.OrgUnit,
        Indicator = value.Indicator,
        Period = value.Period,
        Stage = value.Stage,
        Value = value.Value,
        Numerator = value.Numerator,
        Denominator = value.Denominator,
        Basis = value.Basis,
        Reported = value.Reported,
        Target = value.Target,
        Status = value.Status,
        Change = value.Change,
        AsOf = value.AsOf,
        ReportedUnits = value.ReportedUnits,
        ExpectedUnits = value.ExpectedUnits,
        Version = value.Version,
        Withheld = value.Withheld,
        ReadAsOf = value.ReadAsOf,
        WithheldChange = value.WithheldChange,
    };
}

/// <summary>A value cannot change, so that within one process the reader is handed the very one; a district answers with hundreds.</summary>
[RegisterCopier]
internal sealed class IndicatorValueCopier : ShallowCopier<IndicatorValue>;
