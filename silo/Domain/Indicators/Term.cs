using System.Collections.Immutable;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Indicators;

/// <summary>One measure as a formula takes it: summed from below, or as the unit itself states it.</summary>
internal readonly record struct Term(
    decimal Value, bool Stated, int ReportedUnits, int ExpectedUnits, DateTimeOffset AcceptedAt)
{
    public static Term Of(MeasureTotal total) =>
        new(total.Value, false, total.ReportedUnits, total.ExpectedUnits, total.AcceptedAt);

    /// <summary>
    /// A complete sum wins. A stated total stands in for a partial sum, unless the sum already exceeds it: parts cannot
    /// outgrow their whole. Null where neither is known.
    /// </summary>
    public static Term? Choose(MeasureKey key, IMeasures measures)
    {
        var summed = measures.TrySummed(key, out var total);
        if (measures.TryStated(key, out var stated) && (!summed || (!total.Complete && total.Value <= stated.Value)))
            return new Term(stated.Value, true, 1, 1, stated.AcceptedAt);
        return summed ? Of(total) : null;
    }
}

/// <summary>
/// The terms of one formula. Where one of them is known only as a partial sum, the others are taken as sums too, if they
/// have one: a numerator of one school over the denominator of five would be nobody's rate.
/// </summary>
internal static class Terms
{
    public static Term? Add(ImmutableArray<string> codes, Period period, SchoolStage? stage, IMeasures measures) =>
        Resolve(codes, period, stage, measures) is { } terms ? Total(terms) : null;

    /// <summary>Null where any of the measures is unknown.</summary>
    public static Term[]? Resolve(ImmutableArray<string> codes, Period period, SchoolStage? stage, IMeasures measures)
    {
        var terms = new Term[codes.Length];
        var partial = false;
        for (var i = 0; i < codes.Length; i++)
        {
            var key = new MeasureKey(codes[i], period, stage);
            if (Term.Choose(key, measures) is not { } term)
                return null;
            terms[i] = term;
            partial |= !term.Stated && term.ReportedUnits < term.ExpectedUnits;
        }

        if (partial)
            PreferSums(terms, codes, period, stage, measures);
        return terms;
    }

    public static Term Total(ReadOnlySpan<Term> terms)
    {
        var total = terms[0];
        foreach (var term in terms[1..])
        {
            total = new Term(
                total.Value + term.Value,
                total.Stated && term.Stated,
                Math.Min(total.ReportedUnits, term.ReportedUnits),
                Math.Max(total.ExpectedUnits, term.ExpectedUnits),
                total.AcceptedAt > term.AcceptedAt ? total.AcceptedAt : term.AcceptedAt);
        }

        return total;
    }

    private static void PreferSums(Term[] terms, ImmutableArray<string> codes, Period period, SchoolStage? stage, IMeasures measures)
    {
        Span<Term> sums = new Term[terms.Length];
        for (var i = 0; i < terms.Length; i++)
        {
            if (!measures.TrySummed(new MeasureKey(codes[i], period, stage), out var total))
                return;
            sums[i] = Term.Of(total);
        }

        sums.CopyTo(terms);
    }
}
