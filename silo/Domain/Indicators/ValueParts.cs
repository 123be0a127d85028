using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Indicators;

/// <summary>Takes a value apart: what each unit brings to each measure, ratio or target that the formula reads.</summary>
/// <param name="measures">The unit's own measures.</param>
/// <param name="children">The rows of the units below; empty for a school.</param>
internal sealed class ValueParts(Catalogue catalogue, IMeasures measures, IReadOnlyCollection<IMeasures> children)
{
    /// <summary>Digits after the point of a ratio among the parts; what is counted or stated keeps its own.</summary>
    private const int Digits = 6;

    /// <summary>Each part once, in the order in which the formula reads them.</summary>
    public ImmutableArray<Contribution> Of(Formula formula, Period period, SchoolStage? stage) =>
        [.. All(formula, period, stage).DistinctBy(part => (part.OrgUnit, part.Measure, part.Period))];

    private IEnumerable<Contribution> All(Formula formula, Period period, SchoolStage? stage) => formula switch
    {
        Formula.ShareOfSchools share => Summed([share.Of, .. share.Measures], share.AsRatio, period, stage),
        Formula.Variation variation => SchoolsOf(variation, period, stage),
        Formula.Mean mean => mean.Of.SelectMany(one => Whole(one, period, stage)),
        Formula.Largest largest => largest.Of.SelectMany(one => Whole(one, period, stage)),
        Formula.Change change => All(change.Of, period, stage).Concat(All(change.Of, period.Previous, stage)),
        Formula.TargetsMet targets => targets.Of.SelectMany(indicator => Met(indicator, period, stage)),
        _ => Summed(formula.Measures, formula, period, stage),
    };

    private IEnumerable<Contribution> Summed(ImmutableArray<string> codes, Formula formula, Period period, SchoolStage? stage) => codes
        .Select(code => catalogue.Normalise(new MeasureKey(code, period, stage)))
        .SelectMany(key => Term.Choose(key, measures) is { } term ? PartsOf(term, key, formula) : []);

    private List<Contribution> PartsOf(Term term, MeasureKey key, Formula formula)
    {
        var parts = term.Stated
            ? []
            : CountedChildren(formula, key)
                .Select(child => (Child: child, Part: Term.Choose(key, child)))
                .Where(part => part.Part is not null)
                .Select(part => PartOf(part.Child, key.Code, key.Period, part.Part!.Value.Value, part.Part.Value))
                .ToList();
        return parts.Count > 0 ? parts : [PartOf(measures, key.Code, key.Period, term.Value, term)];
    }

    /// <summary>
    /// Of a spread each school's ratio, and the number by which it is weighted. Above the districts, which hold the schools,
    /// the moments that they pass up.
    /// </summary>
    private IEnumerable<Contribution> SchoolsOf(Formula.Variation variation, Period period, SchoolStage? stage)
    {
        if (children.Any(child => child.Unit.Level != OrgUnitLevel.School))
            return Summed(variation.Measures, variation, period, stage);
        var weight = catalogue.Normalise(new MeasureKey(new Derivation.Moment(variation.Of, MomentKind.Weight).Code, period, stage));
        var schools = children.Count > 0 ? children : [measures];
        return schools.Where(school => school.TrySummed(weight, out _)).SelectMany(school => InSpread(school, variation.Of, period, stage));
    }

    private static IEnumerable<Contribution> InSpread(IMeasures school, Formula.Ratio ratio, Period period, SchoolStage? stage)
    {
        if (Computation.Of(ratio, period, stage, school) is not { } computed)
            yield break;
        yield return PartOf(school, FormulaText.Symbols(ratio), period, decimal.Round(computed.Exact, Digits), computed.Parts);
        foreach (var code in ratio.Denominator)
        {
            if (Term.Choose(new MeasureKey(code, period, stage), school) is { } term)
                yield return PartOf(school, code, period, term.Value, term);
        }
    }

    /// <summary>One of several formulas: its own value, and then its parts.</summary>
    private IEnumerable<Contribution> Whole(Formula formula, Period period, SchoolStage? stage)
    {
        var parts = All(formula, period, stage);
        return Computation.Of(formula, period, stage, measures) is { } computed
            ? parts.Prepend(PartOf(measures, FormulaText.Name(formula), period, decimal.Round(computed.Exact, Digits), computed.Parts))
            : parts;
    }

    private IEnumerable<Contribution> Met(Indicator indicator, Period period, SchoolStage? stage)
    {
        var parts = All(indicator.Formula, period, stage);
        return Computation.Of(indicator.Formula, period, stage, measures) is { } computed
            ? parts.Prepend(PartOf(measures, indicator.Code, period, decimal.Round(computed.Exact, indicator.Decimals, MidpointRounding.AwayFromZero), computed.Parts))
            : parts;
    }

    /// <summary>
    /// A ratio counts the units that have all of it: one that knows the denominator only is no part of the value. Where none
    /// has all of it, the value is of the sums, in which every unit is.
    /// </summary>
    private IReadOnlyCollection<IMeasures> CountedChildren(Formula formula, MeasureKey key)
    {
        if (formula is not Formula.Ratio { AcrossSchools: false } ratio || !measures.TrySummed(PairOf(ratio, key), out _))
            return children;
        var whole = children.Where(child => child.TrySummed(PairOf(ratio, key), out _)).ToList();
        return whole.Count > 0 ? whole : children;
    }

    private static MeasureKey PairOf(Formula.Ratio ratio, MeasureKey key) =>
        key with { Code = new Derivation.Paired(ratio, PairedPart.Denominator).Code };

    private static Contribution PartOf(IMeasures unit, string measure, Period period, decimal value, Term rests) =>
        new(unit.Unit.Id, measure, period, value, unit.Version, rests.AcceptedAt);
}
