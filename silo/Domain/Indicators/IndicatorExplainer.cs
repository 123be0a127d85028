using System.Collections.Immutable;
using System.Globalization;
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
        var codes = indicator.Formula.Measures;
        var terms = codes.IsEmpty ? null : Terms.Resolve(codes, period, stage, measures);
        var contributions = terms is null
            ? []
            : codes.SelectMany((code, i) => PartsOf(terms[i], catalogue.Normalise(new MeasureKey(code, period, stage)))).ToImmutableArray();
        return new Explanation(FormulaText(indicator, period, stage, terms), contributions, SourcesOf(indicator, period, stage));
    }

    private List<Contribution> PartsOf(Term term, MeasureKey key)
    {
        var parts = term.Stated
            ? []
            : children
                .Select(child => (child.Unit.Id, Part: Term.Choose(key, child)))
                .Where(part => part.Part is not null)
                .Select(part => new Contribution(part.Id, key.Code, part.Part!.Value.Value))
                .ToList();
        return parts.Count > 0 ? parts : [new Contribution(measures.Unit.Id, key.Code, term.Value)];
    }

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

    private string FormulaText(Indicator indicator, Period period, SchoolStage? stage, Term[]? terms)
    {
        var value = IndicatorCalculator.Evaluate(indicator, period, stage, measures);
        var result = value.Value is { } shown ? Number(shown) : "—";
        if (terms is null || value.Basis == Basis.Reported)
            return value.Value is null ? $"{Symbols(indicator.Formula)} = —" : $"{indicator.Code} = {result}";
        var numbers = indicator.Formula switch
        {
            Formula.Ratio ratio => Fraction(
                terms.Take(ratio.Numerator.Length).Select(term => Number(term.Value)),
                terms.Skip(ratio.Numerator.Length).Select(term => Number(term.Value)),
                ratio.Scale),
            _ => string.Join(" + ", terms.Select(term => Number(term.Value))),
        };
        return $"{Symbols(indicator.Formula)} = {numbers} = {result}";
    }

    private static string Symbols(Formula formula) => formula switch
    {
        Formula.Ratio ratio => Fraction(ratio.Numerator, ratio.Denominator, ratio.Scale),
        Formula.Sum sum => string.Join(" + ", sum.Terms),
        _ => "stated by the authority",
    };

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

    private static string Number(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
