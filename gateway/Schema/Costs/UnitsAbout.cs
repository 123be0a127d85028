using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Gateway.Schema.Costs;

/// <summary>What a query says of the units that it reaches at some place.</summary>
/// <param name="Level">The level of all of them; null where it may be any.</param>
/// <param name="Unit">The unit, where it is a single one; null else.</param>
internal sealed record UnitsAbout(OrgUnitLevel? Level, OrgUnit? Unit)
{
    public static UnitsAbout Any { get; } = new(null, null);

    public static UnitsAbout At(OrgUnit? unit) => new(unit?.Level, unit);

    /// <summary>Their children.</summary>
    public UnitsAbout Below => Level switch
    {
        OrgUnitLevel.City => new(OrgUnitLevel.District, null),
        OrgUnitLevel.District => new(OrgUnitLevel.School, null),
        _ => Any,
    };
}
