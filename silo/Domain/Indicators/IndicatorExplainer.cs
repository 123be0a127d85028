using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Sources;

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
        return new Explanation(TextOf(indicator, period, stage), new ValueParts(catalogue, measures, children).Of(indicator.Formula, period, stage));
    }

    /// <summary>The unit's own statements behind a value or a part of it, and the units below whose parts are in it.</summary>
    /// <exception cref="ArgumentException">The catalogue holds no such indicator.</exception>
    public FoundSources FindSources(SourceQuestion question)
    {
        var own = StatedSources.Of(question.Cells(catalogue), stated, measures.Unit, catalogue);
        var alone = question.MeasureAlone(catalogue);
        var below = new ValueParts(catalogue, measures, children)
            .Of(question.FormulaIn(catalogue), question.Period, question.StageIn(catalogue))
            .Where(part => part.OrgUnit != measures.Unit.Id && (alone is null || IsOf(part, alone, question.Period)))
            .GroupBy(part => part.OrgUnit)
            .Select(parts => new UnitBehind(parts.Key, parts.First().Version, parts.Max(part => part.ChangedAt)));
        return FoundSources.Of(own, below);
    }

    /// <summary>A city asks its districts about a moment of a spread, which they have as ratios of schools.</summary>
    private static bool IsOf(Contribution part, Measure measure, Period period) =>
        part.Period == period && (part.Measure == measure.Code || measure.Derivation is Derivation.Moment);

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
