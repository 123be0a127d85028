using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Gateway.Calls;

/// <summary>One unit did not answer in time. The message is for the asker, who may ask again or without it.</summary>
internal sealed class UnitSilentException(OrgUnit unit, Exception cause)
    : TimeoutException($"{unit.Name} ({unit.Id}) does not answer at the moment, and without it this cannot be answered whole. Ask again, or leave it out.", cause)
{
    public OrgUnitId OrgUnit => unit.Id;
}
