using EduAnalytics.Contracts;
using EduAnalytics.Contracts.Cities;
using EduAnalytics.Contracts.Districts;
using EduAnalytics.Contracts.Past;
using EduAnalytics.Contracts.Schools;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Gateway.Queries;

/// <summary>Which grain answers for a unit.</summary>
internal static class UnitGrains
{
    /// <summary>The unit's own grain.</summary>
    public static IUnitReads OwnGrain(this IGrainFactory grains, OrgUnit unit) => unit.Level switch
    {
        OrgUnitLevel.School => grains.GetGrain<ISchoolGrain>(unit.Id.Code),
        OrgUnitLevel.District => grains.GetGrain<IDistrictGrain>(unit.Id.Code),
        _ => grains.GetGrain<ICityGrain>(unit.Id.Code),
    };

    /// <summary>The grain that keeps the unit's row where it is a school, else the unit's own.</summary>
    public static IRowKeeper RowKeeper(this IGrainFactory grains, OrgUnit unit) => unit.Level switch
    {
        OrgUnitLevel.School => grains.GetGrain<IDistrictGrain>(unit.Parent!.Value.Code),
        OrgUnitLevel.District => grains.GetGrain<IDistrictGrain>(unit.Id.Code),
        _ => grains.GetGrain<ICityGrain>(unit.Id.Code),
    };

    /// <summary>The unit's own grain, or the one that answers for it at a past instant.</summary>
    /// <param name="asOf">Null for the unit as it stands.</param>
    public static IValueReads OwnGrain(this IGrainFactory grains, OrgUnit unit, DateTimeOffset? asOf) =>
        asOf is { } instant ? grains.GetPastUnit(unit.Id, instant) : grains.OwnGrain(unit);

    /// <inheritdoc cref="RowKeeper(IGrainFactory, OrgUnit)"/>
    /// <param name="asOf">Null for the unit as it stands.</param>
    public static IValueReads RowKeeper(this IGrainFactory grains, OrgUnit unit, DateTimeOffset? asOf) =>
        asOf is { } instant
            ? grains.GetPastUnit(unit.Level == OrgUnitLevel.School ? unit.Parent!.Value : unit.Id, instant)
            : grains.RowKeeper(unit);
}
