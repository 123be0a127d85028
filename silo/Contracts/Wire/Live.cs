using System.Collections.Immutable;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Live;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Sources;

namespace EduAnalytics.Contracts.Wire;

[GenerateSerializer]
internal struct ArrivalCountSurrogate
{
    [Id(0)] public SourceKind Kind;
    [Id(1)] public DateTimeOffset Minute;
    [Id(2)] public DateOnly Day;
    [Id(3)] public int Submissions;
    [Id(4)] public long Lines;
}

[RegisterConverter]
internal sealed class ArrivalCountConverter : IConverter<ArrivalCount, ArrivalCountSurrogate>
{
    public ArrivalCount ConvertFromSurrogate(in ArrivalCountSurrogate surrogate) => new(surrogate.Kind, surrogate.Minute, surrogate.Day, surrogate.Submissions, surrogate.Lines);

    public ArrivalCountSurrogate ConvertToSurrogate(in ArrivalCount value) => new() { Kind = value.Kind, Minute = value.Minute, Day = value.Day, Submissions = value.Submissions, Lines = value.Lines };
}

[GenerateSerializer]
internal struct ArrivalBatchSurrogate
{
    [Id(0)] public OrgUnitId Unit;
    [Id(1)] public Guid Sender;
    [Id(2)] public long Number;
    [Id(3)] public ImmutableArray<ArrivalCount> Counts;
}

[RegisterConverter]
internal sealed class ArrivalBatchConverter : IConverter<ArrivalBatch, ArrivalBatchSurrogate>
{
    public ArrivalBatch ConvertFromSurrogate(in ArrivalBatchSurrogate surrogate) => new(surrogate.Unit, surrogate.Sender, surrogate.Number, surrogate.Counts);

    public ArrivalBatchSurrogate ConvertToSurrogate(in ArrivalBatch value) => new() { Unit = value.Unit, Sender = value.Sender, Number = value.Number, Counts = value.Counts };
}

[GenerateSerializer]
internal struct KindCountSurrogate
{
    [Id(0)] public SourceKind Kind;
    [Id(1)] public int Submissions;
    [Id(2)] public long Lines;
}

[RegisterConverter]
internal sealed class KindCountConverter : IConverter<KindCount, KindCountSurrogate>
{
    public KindCount ConvertFromSurrogate(in KindCountSurrogate surrogate) => new(surrogate.Kind, surrogate.Submissions, surrogate.Lines);

    public KindCountSurrogate ConvertToSurrogate(in KindCount value) => new() { Kind = value.Kind, Submissions = value.Submissions, Lines = value.Lines };
}

[GenerateSerializer]
internal struct MinuteCountSurrogate
{
    [Id(0)] public DateTimeOffset Minute;
    [Id(1)] public int Submissions;
    [Id(2)] public long Lines;
}

[RegisterConverter]
internal sealed class MinuteCountConverter : IConverter<MinuteCount, MinuteCountSurrogate>
{
    public MinuteCount ConvertFromSurrogate(in MinuteCountSurrogate surrogate) => new(surrogate.Minute, surrogate.Submissions, surrogate.Lines);

    public MinuteCountSurrogate ConvertToSurrogate(in MinuteCount value) => new() { Minute = value.Minute, Submissions = value.Submissions, Lines = value.Lines };
}

[GenerateSerializer]
internal struct UnitActivitySurrogate
{
    [Id(0)] public DateTimeOffset CountedSince;
    [Id(1)] public ImmutableArray<KindCount> Today;
    [Id(2)] public ImmutableArray<MinuteCount> Minutes;
}

[RegisterConverter]
internal sealed class UnitActivityConverter : IConverter<UnitActivity, UnitActivitySurrogate>
{
    public UnitActivity ConvertFromSurrogate(in UnitActivitySurrogate surrogate) => new(surrogate.CountedSince, surrogate.Today, surrogate.Minutes);

    public UnitActivitySurrogate ConvertToSurrogate(in UnitActivity value) => new() { CountedSince = value.CountedSince, Today = value.Today, Minutes = value.Minutes };
}

[GenerateSerializer]
internal struct RecentChangeSurrogate
{
    [Id(0)] public IndicatorValue Before;
    [Id(1)] public IndicatorValue Now;
    [Id(2)] public DateTimeOffset At;
    [Id(3)] public int Times;
}

[RegisterConverter]
internal sealed class RecentChangeConverter : IConverter<RecentChange, RecentChangeSurrogate>
{
    public RecentChange ConvertFromSurrogate(in RecentChangeSurrogate surrogate) => new(surrogate.Before, surrogate.Now, surrogate.At, surrogate.Times);

    public RecentChangeSurrogate ConvertToSurrogate(in RecentChange value) => new() { Before = value.Before, Now = value.Now, At = value.At, Times = value.Times };
}
