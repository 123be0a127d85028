using EduAnalytics.Domain.Release;

namespace EduAnalytics.Contracts.Wire;

[GenerateSerializer]
internal struct ClosedSurrogate
{
    [Id(0)] public Closure Closure;
    [Id(1)] public Suppression Reason;
}

[RegisterConverter]
internal sealed class ClosedConverter : IConverter<Closed, ClosedSurrogate>
{
    public Closed ConvertFromSurrogate(in ClosedSurrogate surrogate) => new(surrogate.Closure, surrogate.Reason);

    public ClosedSurrogate ConvertToSurrogate(in Closed value) => new() { Closure = value.Closure, Reason = value.Reason };
}

[GenerateSerializer]
internal struct YearOfCountsSurrogate
{
    [Id(0)] public string Group;
    [Id(1)] public int Year;
}

[RegisterConverter]
internal sealed class YearOfCountsConverter : IConverter<YearOfCounts, YearOfCountsSurrogate>
{
    public YearOfCounts ConvertFromSurrogate(in YearOfCountsSurrogate surrogate) => new(surrogate.Group, surrogate.Year);

    public YearOfCountsSurrogate ConvertToSurrogate(in YearOfCounts value) => new() { Group = value.Group, Year = value.Year };
}
