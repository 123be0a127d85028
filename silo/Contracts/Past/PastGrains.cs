using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Contracts.Past;

/// <summary>Which grain answers for an instant.</summary>
public static class PastGrains
{
    public static IPastUnitGrain GetPastUnit(this IGrainFactory grains, OrgUnitId unit, DateTimeOffset instant) =>
        grains.GetGrain<IPastUnitGrain>(new PastKey(unit, instant).ToString());

    public static IPastTreeGrain GetPastTree(this IGrainFactory grains, DateTimeOffset instant) =>
        grains.GetGrain<IPastTreeGrain>(PastKey.TextOf(instant));
}
