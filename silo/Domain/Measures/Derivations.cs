using EduAnalytics.Domain.Indicators;

namespace EduAnalytics.Domain.Measures;

/// <summary>Computes derived measures at one unit.</summary>
internal static class Derivations
{
    /// <summary>Null where a measure it follows from is unknown, or nothing can be divided.</summary>
    public static MeasureTotal? Evaluate(Derivation derivation, MeasureKey key, IMeasures measures)
    {
        if (Terms.Resolve(derivation.From, key.Period, key.Stage, measures) is not { } terms)
            return null;
        if (derivation is Derivation.Moment && !measures.CountsForBalance(key.Period))
            return null;
        return ValueOf(derivation, terms) is { } value ? new MeasureTotal(value, 1, 1, Terms.Total(terms).AcceptedAt) : null;
    }

    private static decimal? ValueOf(Derivation derivation, Term[] terms) => derivation switch
    {
        Derivation.Has => terms[0].Value > 0 ? 1 : 0,
        Derivation.Reports => 1,
        Derivation.Total => terms[0].Value * terms[1].Value,
        Derivation.Paired { Part: PairedPart.Numerator } paired => Terms.Total(terms.AsSpan(0, paired.Of.Numerator.Length)).Value,
        Derivation.Paired paired => Terms.Total(terms.AsSpan(paired.Of.Numerator.Length)).Value,
        Derivation.Moment moment => MomentOf(moment, terms),
        _ => throw new ArgumentException($"No computation for {derivation.GetType().Name}.", nameof(derivation)),
    };

    private static decimal? MomentOf(Derivation.Moment moment, Term[] terms)
    {
        var numerator = Terms.Total(terms.AsSpan(0, moment.Of.Numerator.Length)).Value * moment.Of.Scale;
        var denominator = Terms.Total(terms.AsSpan(moment.Of.Numerator.Length)).Value;
        if (denominator <= 0)
            return null;
        return moment.Kind switch
        {
            MomentKind.Schools => 1,
            MomentKind.Weight => denominator,
            MomentKind.First => numerator,
            _ => numerator * numerator / denominator,
        };
    }
}
