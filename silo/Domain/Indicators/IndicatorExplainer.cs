using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Indicators;

/// <summary>Tells how a value came about: the formula with its numbers, the parts, and the statements it rests on.</summary>
/// <param name="measures">The unit's own measures.</param>
/// <param name="stated">What the unit itself stated.</param>
/// <param name="children">The rows of the units below; empty for a school.</param>
public sealed class IndicatorExplainer(Catalogue catalogue, IMeasures measures, StatedFigures stated, IReadOnlyCollection<IMeasures> children)
{
    public Explanation Explain(Indicator indicator, Period period, SchoolStage? stage)
    {
        stage = indicator.StageFor(stage);
        var contributions = indicator.Formula.Measures
            .Select(code => catalogue.Normalise(new MeasureKey(code, period, stage)))
            .SelectMany(key => Term.Choose(key, measures) is { } term ? PartsOf(term, key, indicator.Formula) : []);
        return new Explanation(TextOf(indicator, period, stage), [.. contributions], SourcesOf(indicator, period, stage));
    }

    private List<Contribution> PartsOf(Term term, MeasureKey key, Formula formula)
    {
        var parts = term.Stated
            ? []
            : children
                .Where(child => IsCounted(child, formula, key))
                .Select(child => (child.Unit.Id, Part: Term.Choose(key, child)))
                .Where(part => part.Part is not null)
                .Select(part => new Contribution(part.Id, key.Code, part.Part!.Value.Value))
                .ToList();
        return parts.Count > 0 ? parts : [new Contribution(measures.Unit.Id, key.Code, term.Value)];
    }

    /// <summary>A ratio counts the units that have all of it; one that knows the denominator only is no part of the value.</summary>
    private bool IsCounted(IMeasures child, Formula formula, MeasureKey key) =>
        formula is not Formula.Ratio { AcrossSchools: false } ratio
        || !measures.TrySummed(PairOf(ratio, key), out _)
        || child.TrySummed(PairOf(ratio, key), out _);

    private static MeasureKey PairOf(Formula.Ratio ratio, MeasureKey key) =>
        key with { Code = new Derivation.Paired(ratio, PairedPart.Denominator).Code };

    private ImmutableArray<SourceReference> SourcesOf(Indicator indicator, Period period, SchoolStage? stage)
    {
        var codes = indicator.Formula.Measures.Prepend(indicator.Code).Distinct();
        return
        [
            .. codes.SelectMany(code => StatedFor(new MeasureKey(code, period, stage)))
                .Select(figure => new SourceReference(
                    figure.Source.Document, figure.Source.Section, figure.Figure.Quote, figure.AcceptedAt, figure.SubmissionId))
                .Distinct(),
        ];
    }

    private IEnumerable<StatedFigure> StatedFor(MeasureKey key)
    {
        if (stated.TryFind(key, catalogue, out var exact))
            return [exact];
        return key.Stage is null
            ? stated.All.Where(figure => figure.Figure.Code == key.Code && figure.Figure.Period == key.Period)
            : [];
    }

    private string TextOf(Indicator indicator, Period period, SchoolStage? stage)
    {
        var value = IndicatorCalculator.Evaluate(indicator, period, stage, measures);
        if (value.Value is not { } shown)
            return $"{FormulaText.Symbols(indicator.Formula)} = {FormulaText.NoValue}";
        if (value.Basis == Basis.Reported || Computation.Of(indicator.Formula, period, stage, measures) is not { } computed)
            return $"{indicator.Code} = {FormulaText.Number(shown)}";
        var terms = Terms.Resolve(indicator.Formula.Measures, period, stage, measures);
        return $"{FormulaText.Symbols(indicator.Formula)} = {FormulaText.Numbers(indicator.Formula, terms, computed)} = {FormulaText.Number(shown)}";
    }
}
