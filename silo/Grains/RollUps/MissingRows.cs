using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Grains.RollUps;

/// <summary>
/// How many org units are missing from the totals of this silo's districts and cities: they could not be had when the unit above
/// them woke, and not since. The totals say so themselves, but only to who asks for them.
/// </summary>
public sealed class MissingRows
{
    private int ofDistricts;
    private int ofCities;

    /// <summary>Schools, each missing from its district's total and so from its city's.</summary>
    public int OfDistricts => Volatile.Read(ref ofDistricts);

    /// <summary>Districts, each missing from its city's total.</summary>
    public int OfCities => Volatile.Read(ref ofCities);

    /// <param name="parent">The level of the unit from whose total they are missing.</param>
    /// <param name="more">How many more are missing now; negative where some came.</param>
    internal void Add(OrgUnitLevel parent, int more) => Interlocked.Add(ref parent == OrgUnitLevel.City ? ref ofCities : ref ofDistricts, more);
}
