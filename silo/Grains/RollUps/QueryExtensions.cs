using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Grains.RollUps;

/// <summary>How a grain answers queries from measures it holds.</summary>
internal static class QueryExtensions
{
    /// <param name="find">The measures of a unit that the grain answers for, or null for any other.</param>
    public static ImmutableArray<IndicatorValue> Evaluate(
        this ImmutableArray<ValueQuery> queries, Catalogue catalogue, Func<OrgUnitId, IMeasures?> find)
    {
        var values = ImmutableArray.CreateBuilder<IndicatorValue>(queries.Length);
        foreach (var query in queries)
            values.Add(query.Evaluate(catalogue, find));
        return values.MoveToImmutable();
    }

    /// <inheritdoc cref="Evaluate(ImmutableArray{ValueQuery}, Catalogue, Func{OrgUnitId, IMeasures})"/>
    public static IndicatorValue Evaluate(this ValueQuery query, Catalogue catalogue, Func<OrgUnitId, IMeasures?> find)
    {
        var measures = find(query.OrgUnit) ?? throw new ArgumentException($"No answer here for {query.OrgUnit}.", nameof(query));
        return IndicatorCalculator.Evaluate(catalogue.Require(query.Indicator), query.Period, query.Stage, measures);
    }

    /// <param name="unit">The unit that the explainer speaks of.</param>
    public static ImmutableArray<Explanation> Explain(
        this ImmutableArray<ValueQuery> queries, Catalogue catalogue, IndicatorExplainer explainer, OrgUnitId unit)
    {
        var explanations = ImmutableArray.CreateBuilder<Explanation>(queries.Length);
        foreach (var query in queries)
        {
            if (query.OrgUnit != unit)
                throw new ArgumentException($"No answer here for {query.OrgUnit}.", nameof(queries));
            explanations.Add(explainer.Explain(catalogue.Require(query.Indicator), query.Period, query.Stage));
        }

        return explanations.MoveToImmutable();
    }

    /// <summary>Readers are told of unknown codes by the gateway; here one is a broken caller.</summary>
    public static Indicator Require(this Catalogue catalogue, string indicator) =>
        catalogue.FindIndicator(indicator) ?? throw new ArgumentException($"No indicator '{indicator}'.", nameof(indicator));
}
