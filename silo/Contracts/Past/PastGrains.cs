using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Contracts.Past;

/// <summary>Which grain answers for an instant.</summary>
public static class PastGrains
{
    /// <summary>
    /// The place of all grains of the past on the board of changes: written while one answers of an instant so near that it
    /// may yet change. One place, since instants are without end.
    /// </summary>
    public const string ChangePlace = "PAST";

    public static IPastUnitGrain GetPastUnit(this IGrainFactory grains, OrgUnitId unit, DateTimeOffset instant) =>
        grains.GetGrain<IPastUnitGrain>(new PastKey(unit, instant).ToString());

    public static IPastTreeGrain GetPastTree(this IGrainFactory grains, DateTimeOffset instant) =>
        grains.GetGrain<IPastTreeGrain>(PastKey.TextOf(instant));
}
