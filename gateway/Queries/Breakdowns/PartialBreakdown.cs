using System.Collections.Immutable;
using EduAnalytics.Domain.Breakdowns;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Gateway.Queries.Breakdowns;

/// <summary>A unit's counts as far as its districts told them.</summary>
/// <param name="Counts">Over the districts that answered; null where none did.</param>
/// <param name="Silent">The districts that did not answer in time: nobody else knows their schools' counts.</param>
internal sealed record PartialBreakdown(UnitBreakdown? Counts, ImmutableArray<OrgUnit> Silent);
