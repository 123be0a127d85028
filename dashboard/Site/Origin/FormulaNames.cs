using System.Text.RegularExpressions;
using EduAnalytics.Dashboard.Shell;

namespace EduAnalytics.Dashboard.Origin;

/// <summary>A measure or indicator that a formula names.</summary>
public sealed record FormulaTerm(string Code, string Name, string NameEn);

/// <summary>Puts names in the place of the codes of measures and indicators, for readers who do not know the codes.</summary>
public sealed partial class FormulaNames(IEnumerable<FormulaTerm> terms, Visitor visitor)
{
    private readonly Dictionary<string, string> names = terms.DistinctBy(term => term.Code)
        .ToDictionary(term => term.Code, term => visitor.Name(term.Name, term.NameEn), StringComparer.Ordinal);

    /// <summary>The text in words; null where it has no code that is known, so that the text itself is all there is.</summary>
    public string? In(string text)
    {
        var named = Codes().Replace(text, code => names.GetValueOrDefault(code.Value, code.Value));
        return named == text ? null : named;
    }

    /// <summary>Words joined by dots: <c>students.dropped_out</c>; numbers have no letter.</summary>
    [GeneratedRegex(@"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+")]
    private static partial Regex Codes();
}
