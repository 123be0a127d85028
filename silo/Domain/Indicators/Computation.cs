using System.Collections.Immutable;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Indicators;

/// <summary>A formula's value, before any rounding, and what it rests on.</summary>
internal readonly record struct Computation(decimal Exact, decimal? Numerator, decimal? Denominator, Term Parts)
{
    /// <summary>True where the value is nothing but a statement of the unit itself.</summary>
    public bool RestsOnStatementAlone => Parts.Stated && Numerator is null && Denominator is null;

    /// <summary>Null where a measure is unknown, or nothing can be divided.</summary>
    public static Computation? Of(Formula formula, Period period, SchoolStage? stage, IMeasures measures) => formula switch
    {
        Formula.Sum sum => OfSum(sum, period, stage, measures),
        Formula.Ratio ratio => OfRatio(ratio, period, stage, measures),
        Formula.ShareOfSchools share => OfRatio(share.AsRatio, period, stage, measures),
        Formula.RatioOfAverages ratio => OfAverages(ratio, period, stage, measures),
        Formula.Variation variation => OfVariation(variation, period, stage, measures),
        Formula.Mean mean => OfMean(mean, period, stage, measures),
        Formula.Largest largest => OfLargest(largest, period, stage, measures),
        Formula.Change change => OfChange(change, period, stage, measures),
        Formula.TargetsMet targets => OfTargetsMet(targets, period, stage, measures),
        _ => null,
    };

    private static Computation? OfSum(Formula.Sum sum, Period period, SchoolStage? stage, IMeasures measures) =>
        Terms.Resolve(sum.Terms, period, stage, measures) is { } terms
            ? new Computation(Terms.Total(terms).Value, null, null, Terms.Total(terms))
            : null;

    /// <summary>
    /// From the pairs, in which numerator and denominator speak of the same units; a ratio that the catalogue does not hold
    /// by itself, such as one average over another, has none and takes its measures as they are.
    /// </summary>
    private static Computation? OfRatio(Formula.Ratio ratio, Period period, SchoolStage? stage, IMeasures measures)
    {
        if (measures.TrySummed(KeyOf(ratio.PairedDenominator), out var below) && measures.TrySummed(KeyOf(ratio.PairedNumerator), out var above))
        {
            return below.Value == 0
                ? null
                : new Computation(above.Value / below.Value * ratio.Scale, above.Value, below.Value, Term.Of(below));
        }

        return ratio.AcrossSchools ? null : OfMeasuresAsTheyAre(ratio, period, stage, measures);

        MeasureKey KeyOf(string code) => new(code, period, stage);
    }

    private static Computation? OfMeasuresAsTheyAre(Formula.Ratio ratio, Period period, SchoolStage? stage, IMeasures measures)
    {
        if (Terms.Resolve(ratio.Measures, period, stage, measures) is not { } all)
            return null;
        var numerator = Terms.Total(all.AsSpan(0, ratio.Numerator.Length)).Value;
        var denominator = Terms.Total(all.AsSpan(ratio.Numerator.Length)).Value;
        return denominator == 0
            ? null
            : new Computation(numerator / denominator * ratio.Scale, numerator, denominator, Terms.Total(all));
    }

    private static Computation? OfAverages(Formula.RatioOfAverages ratio, Period period, SchoolStage? stage, IMeasures measures)
    {
        if (OfRatio(new Formula.Ratio([ratio.Numerator.Average], [ratio.Denominator.Average], 1), period, stage, measures) is { } stated)
            return stated;
        var above = OfRatio(AsTotals(ratio.Numerator), period, stage, measures);
        var below = OfRatio(AsTotals(ratio.Denominator), period, stage, measures);
        if (above is not { } numerator || below is not { Exact: not 0 } denominator)
            return null;
        return new Computation(
            numerator.Exact / denominator.Exact, numerator.Exact, denominator.Exact, Terms.Total([numerator.Parts, denominator.Parts]));
    }

    private static Formula.Ratio AsTotals(Derivation.Total total) => new([total.Code], [total.Over], 1);

    private static Computation? OfVariation(Formula.Variation variation, Period period, SchoolStage? stage, IMeasures measures)
    {
        if (Terms.Resolve(variation.Measures, period, stage, measures) is not [var schools, var weight, var first, var second])
            return null;
        if (schools.Value < 2 || weight.Value == 0 || first.Value == 0)
            return null;
        var mean = first.Value / weight.Value;

        // Equal schools can come out a hair below zero by rounding.
        var variance = Math.Max(0, (second.Value / weight.Value) - (mean * mean));
        var deviation = (decimal)Math.Sqrt((double)variance);
        return new Computation(deviation / mean, deviation, mean, Terms.Total([schools, weight, first, second]));
    }

    private static Computation? OfMean(Formula.Mean mean, Period period, SchoolStage? stage, IMeasures measures)
    {
        if (OfAll(mean.Of, period, stage, measures) is not { } all)
            return null;
        var sum = all.Sum(one => one.Exact);
        return new Computation(sum / all.Length, sum, all.Length, Terms.Total([.. all.Select(one => one.Parts)]));
    }

    private static Computation? OfLargest(Formula.Largest largest, Period period, SchoolStage? stage, IMeasures measures) =>
        OfAll(largest.Of, period, stage, measures) is { } all
            ? all.MaxBy(one => one.Exact) with { Parts = Terms.Total([.. all.Select(one => one.Parts)]) }
            : null;

    /// <summary>Null where one of them has no value, or there is none.</summary>
    private static ImmutableArray<Computation>? OfAll(ImmutableArray<Formula> formulas, Period period, SchoolStage? stage, IMeasures measures)
    {
        var all = ImmutableArray.CreateBuilder<Computation>(formulas.Length);
        foreach (var formula in formulas)
        {
            if (Of(formula, period, stage, measures) is not { } one)
                return null;
            all.Add(one);
        }

        return all.Count == 0 ? null : all.ToImmutable();
    }

    private static Computation? OfChange(Formula.Change change, Period period, SchoolStage? stage, IMeasures measures)
    {
        var now = Of(change.Of, period, stage, measures);
        var before = Of(change.Of, period.Previous, stage, measures);
        return now is { } later && before is { } earlier
            ? new Computation(later.Exact - earlier.Exact, later.Exact, earlier.Exact, Terms.Total([later.Parts, earlier.Parts]))
            : null;
    }

    private static Computation? OfTargetsMet(Formula.TargetsMet targets, Period period, SchoolStage? stage, IMeasures measures)
    {
        var met = 0;
        var parts = new List<Term>(targets.Of.Length);
        foreach (var indicator in targets.Of)
        {
            if (indicator.TargetFor(period, stage) is not { } target || Of(indicator.Formula, period, stage, measures) is not { } one)
                return null;
            met += target.IsMetBy(one.Exact) ? 1 : 0;
            parts.Add(one.Parts);
        }

        return parts.Count == 0 ? null : new Computation(met, met, parts.Count, Terms.Total([.. parts]));
    }
}
