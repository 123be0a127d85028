using System.Text.RegularExpressions;
using EduAnalytics.Dashboard.Shell;

namespace EduAnalytics.Dashboard.Origin;

/// <summary>A measure or indicator that a formula names.</summary>
public sealed record FormulaTerm(string Code, string Name, string NameEn);

/// <summary>
/// Puts names in the place of the codes of measures and indicators, and the reader's language in that of the English in which a
/// formula joins them, for readers who know neither.
/// </summary>
public sealed partial class FormulaNames(IEnumerable<FormulaTerm> terms, Visitor visitor)
{
    private readonly Dictionary<string, string> names = terms.DistinctBy(term => term.Code)
        .ToDictionary(term => term.Code, term => visitor.Name(term.Name, term.NameEn), StringComparer.Ordinal);

    /// <summary>As the domain writes them, the longer before those that are part of them.</summary>
    private readonly (Regex English, string Own)[] words =
    [
        (MeanOfCoefficients(), visitor.Texts.Figure.FormulaMeanOfCoefficients),
        (LargestOfCoefficients(), visitor.Texts.Figure.FormulaLargestOfCoefficients),
        (MeanOfValues(), visitor.Texts.Figure.FormulaMeanOfValues),
        (LargestOfValues(), visitor.Texts.Figure.FormulaLargestOfValues),
        (OverSchools(), visitor.Texts.Figure.FormulaOverSchools),
        (Variation(), visitor.Texts.Figure.FormulaVariation),
        (TargetsMet(), visitor.Texts.Figure.FormulaTargetsMet),
        (MetOfAll(), visitor.Texts.Figure.FormulaMetOfAll),
        (Change(), visitor.Texts.Figure.FormulaChange),
        (Stated(), visitor.Texts.Figure.FormulaStated),
    ];

    /// <summary>The text in words; null where it has no code that is known, so that the text itself is all there is.</summary>
    public string? In(string text)
    {
        var named = Codes().Replace(text, code => names.GetValueOrDefault(code.Value, code.Value));
        foreach (var (english, own) in words)
            named = english.Replace(named, found => string.Format(visitor.Language.Culture, own, [.. found.Groups.Values.Skip(1)]));
        return named == text ? null : named;
    }

    /// <summary>Words joined by dots: <c>students.dropped_out</c>; numbers have no letter.</summary>
    [GeneratedRegex(@"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+")]
    private static partial Regex Codes();

    [GeneratedRegex("^mean of the ([0-9]+) coefficients")]
    private static partial Regex MeanOfCoefficients();

    [GeneratedRegex("^largest of the ([0-9]+) coefficients")]
    private static partial Regex LargestOfCoefficients();

    [GeneratedRegex("^mean of ([0-9]+) values")]
    private static partial Regex MeanOfValues();

    [GeneratedRegex("^largest of ([0-9]+) values")]
    private static partial Regex LargestOfValues();

    [GeneratedRegex("over schools")]
    private static partial Regex OverSchools();

    [GeneratedRegex("^coefficient of variation of (.+?)(?= = |$)")]
    private static partial Regex Variation();

    [GeneratedRegex("^number of targets met: (.+?)(?= = |$)")]
    private static partial Regex TargetsMet();

    [GeneratedRegex("(?<== )([0-9.]+|—) of ([0-9.]+|—)(?= = |$)")]
    private static partial Regex MetOfAll();

    [GeneratedRegex("^change of (.+?)(?= = |$)")]
    private static partial Regex Change();

    [GeneratedRegex("^stated by the authority(?= = |$)")]
    private static partial Regex Stated();
}
