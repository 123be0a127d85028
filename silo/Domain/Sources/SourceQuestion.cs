using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Sources;

/// <summary>Asks one unit which submissions stand behind a value, or behind one part of it.</summary>
/// <param name="Part">A contribution's measure; null for the whole value.</param>
/// <param name="Version">
/// The version of the school at which the value was computed: the answer is of the same moment. Of no meaning for a district
/// or city, which are asked as they stand.
/// </param>
public readonly record struct SourceQuestion(string Indicator, Period Period, SchoolStage? Stage, string? Part, long Version)
{
    /// <summary>The measure that is asked about alone; null for a value, or for a part that is a formula of its own.</summary>
    internal Measure? MeasureAlone(Catalogue catalogue) => Part is { } part ? catalogue.FindMeasure(part) : null;

    /// <summary>The formula to be taken apart: that of the part, where it has one by itself, as an indicator or a spread among several.</summary>
    /// <exception cref="ArgumentException">The catalogue holds no such indicator.</exception>
    internal Formula FormulaIn(Catalogue catalogue)
    {
        var whole = IndicatorIn(catalogue).Formula;
        if (Part is not { } part)
            return whole;
        return catalogue.FindIndicator(part)?.Formula
            ?? whole.Within.FirstOrDefault(formula => part == FormulaText.Name(formula) || part == FormulaText.Symbols(formula))
            ?? whole;
    }

    internal SchoolStage? StageIn(Catalogue catalogue) => IndicatorIn(catalogue).StageFor(Stage);

    /// <summary>The cells, counted or stated, that the value or the part is made of; what follows from others is left to those.</summary>
    /// <exception cref="ArgumentException">The catalogue holds no such indicator.</exception>
    internal ImmutableArray<MeasureKey> Cells(Catalogue catalogue)
    {
        var (period, stage, codes) = (Period, StageIn(catalogue), Codes(catalogue));

        // A part is of one period, a change's whole of two.
        IEnumerable<Period> periods = Part is null && FormulaIn(catalogue).ReadsPeriodBefore ? [period, period.Previous] : [period];
        return [.. periods.SelectMany(read => codes.Select(code => catalogue.Normalise(new MeasureKey(code, read, stage))))];
    }

    /// <summary>
    /// The codes of what is counted or stated for the value or the part. What is stated of an indicator itself is behind it too.
    /// </summary>
    /// <exception cref="ArgumentException">The catalogue holds no such indicator.</exception>
    public ImmutableArray<string> Codes(Catalogue catalogue)
    {
        var measures = MeasureAlone(catalogue) is { } alone ? StatedOf(alone, catalogue) : FormulaIn(catalogue).StatedMeasures;
        return [.. measures.Concat(catalogue.FindIndicator(Part ?? Indicator) is { } named ? [named.Code] : []).Distinct()];
    }

    private Indicator IndicatorIn(Catalogue catalogue) =>
        catalogue.FindIndicator(Indicator) ?? throw new ArgumentException($"No indicator '{Indicator}'.", nameof(catalogue));

    private static IEnumerable<string> StatedOf(Measure measure, Catalogue catalogue) => measure.Derivation is { } derivation
        ? derivation.From.Select(catalogue.FindMeasure).OfType<Measure>().SelectMany(from => StatedOf(from, catalogue))
        : [measure.Code];
}
