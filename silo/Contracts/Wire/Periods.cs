using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Contracts.Wire;

[GenerateSerializer]
internal struct PeriodSurrogate
{
    [Id(0)] public PeriodType Type;
    [Id(1)] public int Day;
}

[RegisterConverter]
internal sealed class PeriodConverter : IConverter<Period, PeriodSurrogate>
{
    public Period ConvertFromSurrogate(in PeriodSurrogate surrogate) => Period.Of(surrogate.Type, DateOnly.FromDayNumber(surrogate.Day));

    public PeriodSurrogate ConvertToSurrogate(in Period value) => new() { Type = value.Type, Day = value.Start.DayNumber };
}
