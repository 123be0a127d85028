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
    /// <summary>The cells, counted or stated, that the value is made of; what follows from others is left to those.</summary>
    /// <exception cref="ArgumentException">The catalogue holds no such indicator.</exception>
    internal ImmutableArray<MeasureKey> Cells(Catalogue catalogue)
    {
        var indicator = catalogue.FindIndicator(Indicator)
            ?? throw new ArgumentException($"No indicator '{Indicator}'.", nameof(catalogue));
        var (period, stage) = (Period, indicator.StageFor(Stage));

        // A part is of one period; a change's whole is of two.
        IEnumerable<Period> periods = Part is null && indicator.Formula.ReadsPeriodBefore ? [period, period.Previous] : [period];
        var codes = CodesOf(indicator, catalogue).Distinct().ToList();
        return [.. periods.SelectMany(read => codes.Select(code => catalogue.Normalise(new MeasureKey(code, read, stage))))];
    }

    private IEnumerable<string> CodesOf(Indicator indicator, Catalogue catalogue)
    {
        if (Part is not { } part)
            return AllOf(indicator);
        if (catalogue.FindMeasure(part) is { } measure)
            return StatedOf(measure, catalogue);
        if (catalogue.FindIndicator(part) is { } named)
            return AllOf(named);
        var formula = indicator.Formula.Within.FirstOrDefault(formula => part == FormulaText.Symbols(formula) || part == FormulaText.Name(formula));
        return (formula ?? indicator.Formula).StatedMeasures;
    }

    private static IEnumerable<string> AllOf(Indicator indicator) => indicator.Formula.StatedMeasures.Prepend(indicator.Code);

    private static IEnumerable<string> StatedOf(Measure measure, Catalogue catalogue) => measure.Derivation is { } derivation
        ? derivation.From.Select(catalogue.FindMeasure).OfType<Measure>().SelectMany(from => StatedOf(from, catalogue))
        : [measure.Code];
}
