using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Domain.Measures;

/// <summary>Computes derived measures at one unit.</summary>
internal static class Derivations
{
    /// <summary>Null where a measure it follows from is unknown, or nothing can be divided.</summary>
    public static MeasureTotal? Evaluate(Derivation derivation, MeasureKey key, IMeasures measures)
    {
        if (Terms.Resolve(derivation.From, key.Period, key.Stage, measures) is not { } terms)
            return null;
        if (derivation is Derivation.Paired { Of.AcrossSchools: true })
            return AcrossSchools(derivation, terms, measures.Unit);
        if (derivation is Derivation.Moment && !measures.CountsForBalance(key.Period))
            return null;
        return ValueOf(derivation, terms) is { } value ? new MeasureTotal(value, 1, 1, Terms.Total(terms).AcceptedAt) : null;
    }

    /// <summary>One school's graduates over another's entrants would be nobody's rate, and so would all graduates over some entrants.</summary>
    private static MeasureTotal? AcrossSchools(Derivation derivation, Term[] terms, OrgUnit unit)
    {
        if (unit.Level == OrgUnitLevel.School && !(unit.Stages.Contains(SchoolStage.Primary) && unit.Stages.Contains(SchoolStage.Junior)))
            return null;
        if (terms.Any(term => term.ReportedUnits < term.ExpectedUnits) || ValueOf(derivation, terms) is not { } value)
            return null;
        var whole = Terms.Total(terms);
        return new MeasureTotal(value, whole.ReportedUnits, whole.ExpectedUnits, whole.AcceptedAt);
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
