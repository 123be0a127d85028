using EduAnalytics.Dashboard.Shell;
using EduAnalytics.Dashboard.Texts;

namespace EduAnalytics.Dashboard.Figures;

/// <summary>A reading in words: what a tooltip, a tile and a screen reader say about it.</summary>
public sealed record ReadingText(Reading Reading, Indicator Indicator, Visitor Visitor)
{
    /// <summary>The value with its unit, or why there is none.</summary>
    public string Value => Reading switch
    {
        { Value: { } stated, Basis: Figures.Basis.Reported } => Visitor.Numbers.Stated(stated, Indicator),
        { Value: { } value } => Visitor.Numbers.Value(value, Indicator),
        _ => Absence(Reading, Visitor.Texts.Figure),
    };

    /// <summary>The value as read at a glance, large ones shortened.</summary>
    public string Brief => Reading is { Value: { } value, Basis: Figures.Basis.Computed } ? Visitor.Numbers.Brief(value, Indicator) : BriefStated;

    private string BriefStated => Reading.Value is { } stated && Math.Abs(stated) >= NumberWriter.BriefFrom ? Visitor.Numbers.Brief(stated, Indicator) : Value;

    public string Basis => Reading.Basis == Figures.Basis.Reported
        ? Visitor.Texts.Figure.Reported
        : Visitor.Texts.Figure.Computed;

    public string Status => StatusText.Of(Reading.Status, Visitor.Texts.Figure);

    /// <summary>The target as a condition; null where none holds.</summary>
    public string? Target => Reading.Target is { } target ? Visitor.Numbers.Target(target, Indicator) : null;

    /// <summary>Against the period before; null where that is unknown.</summary>
    public string? Change => Reading.Change is { } change ? Visitor.Numbers.ChangeWithUnit(change, Indicator) : null;

    /// <summary>Numerator over denominator; null where the value has no parts.</summary>
    public string? Fraction => Reading is { Numerator: { } above, Denominator: { } below }
        ? $"{Visitor.Numbers.Amount(above)} ÷ {Visitor.Numbers.Amount(below)}"
        : null;

    /// <summary>How the authority's own figure differs; null where there is none beside the computed one.</summary>
    public string? Beside => Reading is { Basis: Figures.Basis.Computed, Reported: { } reported }
        ? Fill(Visitor.Texts.Figure.ReportedBeside, Visitor.Numbers.Stated(reported, Indicator))
        : null;

    /// <summary>How many units reported; null where not all units are counted.</summary>
    public string? Coverage => Reading is { ReportedUnits: { } reported, ExpectedUnits: { } expected }
        ? Fill(Visitor.Texts.Figure.Coverage, reported, expected)
        : null;

    /// <summary>Why there is no value: none is known, or it is withheld from this reader.</summary>
    public static string Absence(Reading reading, FigureTexts texts) => reading.Suppression switch
    {
        Suppression.SmallCount => texts.SmallCount,
        Suppression.Complementary => texts.Complementary,
        Suppression.NotPermitted => texts.NotPermitted,
        _ => texts.NoData,
    };

    private string Fill(string format, params object[] parts) => string.Format(Visitor.Language.Culture, format, parts);
}
