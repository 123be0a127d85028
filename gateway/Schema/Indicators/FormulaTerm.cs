using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;

namespace EduAnalytics.Gateway.Schema.Indicators;

/// <summary>A measure or indicator that a formula names.</summary>
public sealed record FormulaTerm(string Code, string Name, string NameEn)
{
    /// <summary>What an indicator's formula is made of: measures, or where it counts targets that are met, indicators.</summary>
    public static IEnumerable<FormulaTerm> Of(Indicator indicator, Catalogue catalogue) => indicator.Formula is Formula.TargetsMet counted
        ? counted.Of.Select(one => new FormulaTerm(one.Code, one.Name, one.NameEn))
        : indicator.Formula.Measures.Distinct().Select(catalogue.FindMeasure).OfType<Measure>()
            .Select(measure => new FormulaTerm(measure.Code, measure.Name, measure.NameEn));
}
