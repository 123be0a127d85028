using System.Text;
using EduAnalytics.Domain.Indicators;

namespace EduAnalytics.Domain.Catalogues.Documents;

/// <summary>
/// The catalogue as one document to read, in Markdown: what each indicator is, by what it is judged and where that stands.
/// The same catalogue gives the same bytes, so that a check can tell whether a written copy is current.
/// </summary>
public static class CatalogueDocument
{
    public static string Write(Catalogue catalogue)
    {
        var text = new StringBuilder();
        text.Append(
            """
            # Indicators and standards

            Written by `./edu catalogue document` from the files in `catalogue/`; edit those, not this.

            *Unconfirmed* marks a source of which something was not seen in a public text; what, is said first. Everything
            else was seen in public texts of the document, or in the report of the first district.


            """);
        DoubtSection.Write(text, catalogue);
        foreach (var group in catalogue.Groups)
            IndicatorSection.Write(text, group, [.. catalogue.Indicators.Where(indicator => indicator.Group == group.Code)], catalogue);
        StandardSection.Write(text, catalogue);
        MeasureSection.Write(text, catalogue);
        return text.ToString().ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
    }

    /// <summary>A threshold as a reader says it.</summary>
    internal static string Threshold(Target target) => target.Comparison switch
    {
        TargetComparison.AtLeast => $"≥ {FormulaText.Number(target.Value)}",
        TargetComparison.AtMost => $"≤ {FormulaText.Number(target.Value)}",
        _ => $"< {FormulaText.Number(target.Value)}",
    };

    internal static string Source(string? source, bool confirmed) =>
        source is null ? "none named" : confirmed ? source : $"{source} *(unconfirmed)*";

    internal static string Words<T>(IEnumerable<T> values, string none) =>
        values.Select(value => value!.ToString()!.ToUpperInvariant()).ToList() is { Count: > 0 } words ? string.Join(", ", words) : none;
}
