using System.Collections.Immutable;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Sources;

namespace EduAnalytics.Gateway.Queries.Sources;

/// <summary>Asks for the submissions behind a unit's value, its own and those of the units below it.</summary>
/// <param name="AsOf">The past instant as of which the value was read; null for as it stands.</param>
public readonly record struct SourceRequest(OrgUnitId OrgUnit, SourceQuestion Question, DateTimeOffset? AsOf);

/// <summary>The submissions behind a value.</summary>
/// <param name="Newest">The newest first.</param>
/// <param name="Count">How many there are in the units that were searched, named here or not.</param>
/// <param name="UnitsSearched">How many of the units behind the value were asked for their submissions.</param>
/// <param name="UnitsBehind">How many units brought a part of the value; more than were searched where there are many.</param>
public sealed record ValueSources(ImmutableArray<SourceReference> Newest, int Count, int UnitsSearched, int UnitsBehind)
{
    public static readonly ValueSources None = new([], 0, 0, 0);
}
