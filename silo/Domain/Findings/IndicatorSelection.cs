using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;

namespace EduAnalytics.Domain.Findings;

/// <summary>The indicators a rule looks at: those named, or where none is named all but the exceptions.</summary>
public sealed record IndicatorSelection(ImmutableArray<string> Named, ImmutableArray<string> Except)
{
    public IEnumerable<Indicator> In(Catalogue catalogue) =>
        Named.IsEmpty
            ? catalogue.Indicators.Where(indicator => !Except.Contains(indicator.Code))
            : Named.Select(catalogue.FindIndicator).OfType<Indicator>();

    public bool Contains(string indicator) => Named.IsEmpty ? !Except.Contains(indicator) : Named.Contains(indicator);

    /// <summary>The cells that an indicator's value comes from, its own statement and what is derived among them.</summary>
    internal static IEnumerable<string> CodesOf(string indicator, Catalogue catalogue) =>
        catalogue.FindIndicator(indicator)?.Formula is { } formula
            ? formula.Measures.Prepend(indicator).Concat(formula.Derivations.Select(derivation => derivation.Code)).Distinct()
            : [indicator];

    /// <summary>A percentage of a whole; a change of one is kept in per cent too, and may be negative.</summary>
    internal static bool IsShare(Indicator indicator) => indicator is { Unit: "percent", Formula: not Formula.Change };

    /// <summary>False for a plain sum under its own name: what is stated there is the measure, and no second opinion.</summary>
    internal static bool HasComponents(Indicator indicator) => indicator.Formula switch
    {
        Formula.Stated => false,
        Formula.Sum { Terms: [var only] } => only != indicator.Code,
        _ => true,
    };
}
