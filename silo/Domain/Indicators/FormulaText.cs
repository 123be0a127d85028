using System.Collections.Immutable;
using System.Globalization;

namespace EduAnalytics.Domain.Indicators;

/// <summary>Formulas as a reader would write them, in measure codes and in numbers.</summary>
public static class FormulaText
{
    public const string NoValue = "—";

    /// <summary>In measure codes.</summary>
    public static string Symbols(Formula formula) => formula switch
    {
        Formula.Sum sum => string.Join(" + ", sum.Terms),
        Formula.Ratio ratio => Fraction(ratio.Numerator, ratio.Denominator, ratio.Scale),
        Formula.ShareOfSchools share => Symbols(share.AsRatio),
        Formula.RatioOfAverages ratio => $"{ratio.Numerator.Average} ÷ {ratio.Denominator.Average}",
        Formula.Variation variation => $"√(Σn(x − x̄)² ÷ Σn) ÷ x̄ over schools, x = {Symbols(variation.Of)}, n = {Bracketed(variation.Of.Denominator)}",
        Formula.Mean mean => OfVariations("mean", mean.Of) ?? $"mean of {mean.Of.Length} values",
        Formula.Largest largest => OfVariations("largest", largest.Of) ?? $"largest of {largest.Of.Length} values",
        Formula.TargetsMet targets => $"number of targets met: {string.Join(", ", targets.Of.Select(indicator => indicator.Code))}",
        Formula.Change change => $"change of {Symbols(change.Of)}",
        _ => "stated by the authority",
    };

    /// <summary>A short name for a formula that is itself a part of another.</summary>
    public static string Name(Formula formula) => formula is Formula.Variation variation
        ? $"coefficient of variation of {Symbols(variation.Of with { Scale = 1 })}"
        : Symbols(formula);

    /// <param name="terms">The measures of a sum or ratio, in the formula's order; null where the formula has other parts.</param>
    internal static string Numbers(Formula formula, Term[]? terms, Computation computed) => formula switch
    {
        Formula.Sum when terms is not null => string.Join(" + ", terms.Select(term => Number(term.Value))),
        Formula.Ratio ratio when terms is not null && AddUp(ratio, terms, computed) => Fraction(
            terms.Take(ratio.Numerator.Length).Select(term => Number(term.Value)),
            terms.Skip(ratio.Numerator.Length).Select(term => Number(term.Value)),
            ratio.Scale),
        Formula.Ratio ratio => Fraction([Rounded(computed.Numerator)], [Rounded(computed.Denominator)], ratio.Scale),
        Formula.ShareOfSchools share => Numbers(share.AsRatio, terms, computed),
        Formula.TargetsMet => $"{Rounded(computed.Numerator)} of {Rounded(computed.Denominator)}",
        Formula.Change => $"{Rounded(computed.Numerator)} − {Rounded(computed.Denominator)}",
        _ => $"{Rounded(computed.Numerator)} ÷ {Rounded(computed.Denominator)}",
    };

    public static string Number(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    /// <summary>Names the ratios whose spreads over schools are taken, once what a spread is; null where other formulas are among them.</summary>
    private static string? OfVariations(string what, ImmutableArray<Formula> of) => of.All(formula => formula is Formula.Variation)
        ? $"{what} of the {of.Length} coefficients √(Σn(x − x̄)² ÷ Σn) ÷ x̄ over schools, x = "
            + string.Join("; ", of.Select(formula => Symbols(((Formula.Variation)formula).Of with { Scale = 1 })))
        : null;

    /// <summary>False where units without the whole pair were left out, so that the single measures say more than was divided.</summary>
    private static bool AddUp(Formula.Ratio ratio, Term[] terms, Computation computed) =>
        terms.Take(ratio.Numerator.Length).Sum(term => term.Value) == computed.Numerator
        && terms.Skip(ratio.Numerator.Length).Sum(term => term.Value) == computed.Denominator;

    private static string Rounded(decimal? value) => value is { } known ? Number(decimal.Round(known, 6)) : NoValue;

    private static string Fraction(IEnumerable<string> numerator, IEnumerable<string> denominator, decimal scale)
    {
        var scaled = scale == 1 ? "" : $" × {Number(scale)}";
        return $"{Bracketed(numerator)} ÷ {Bracketed(denominator)}{scaled}";
    }

    private static string Bracketed(IEnumerable<string> terms)
    {
        var all = terms.ToList();
        return all.Count == 1 ? all[0] : $"({string.Join(" + ", all)})";
    }
}
