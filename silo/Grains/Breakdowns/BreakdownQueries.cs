using EduAnalytics.Domain.Breakdowns;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Grains.RollUps;

namespace EduAnalytics.Grains.Breakdowns;

/// <summary>What a query for a breakdown asks of the catalogue.</summary>
internal static class BreakdownQueries
{
    /// <summary>Readers are told of what cannot be broken down by the gateway; here it is a broken caller.</summary>
    public static CountedIndicator Counted(this BreakdownQuery query, Catalogue catalogue) =>
        CountedIndicator.Of(catalogue.Require(query.Indicator), query.Period, catalogue, out var gap)
        ?? throw new ArgumentException($"No breakdown of {query.Indicator} for {query.Period}: {gap}.", nameof(query));
}
