using System.Globalization;
using System.Text;

namespace EduAnalytics.Domain.Catalogues.Documents;

/// <summary>What could not be confirmed, told once for each source, with all that rests on it.</summary>
internal static class DoubtSection
{
    public static void Write(StringBuilder text, Catalogue catalogue)
    {
        text.Append("## 未经证实 Not confirmed\n\n");
        var cited = OfIndicators(catalogue).Concat(OfStandards(catalogue)).Concat(OfRules(catalogue));
        foreach (var same in cited.Where(one => one.Doubt is not null).GroupBy(one => (one.Source, one.Doubt)))
        {
            var places = string.Join(", ", same.Select(one => $"`{one.Where}`").Distinct());
            text.Append(CultureInfo.InvariantCulture, $"- {same.Key.Source}: {same.Key.Doubt!.Trim()} Rests on it: {places}.\n");
        }

        text.Append('\n');
    }

    private static IEnumerable<Cited> OfIndicators(Catalogue catalogue) => catalogue.Indicators.SelectMany(indicator => indicator.Targets
        .Select(target => new Cited(indicator.Code, target.Source, target.SourceDoubt))
        .Prepend(new Cited(indicator.Code, indicator.Source, indicator.SourceDoubt)));

    private static IEnumerable<Cited> OfStandards(Catalogue catalogue) => catalogue.Standards.SelectMany(standard => standard.Criteria
        .Select(criterion => new Cited($"{standard.Code} {criterion.Code}", criterion.Target.Source, criterion.Target.SourceDoubt))
        .Prepend(new Cited(standard.Code, standard.Source, standard.SourceDoubt)));

    private static IEnumerable<Cited> OfRules(Catalogue catalogue) =>
        catalogue.FindingRules.Select(rule => new Cited(rule.Code, rule.Source, rule.SourceDoubt));

    /// <param name="Where">The indicator, criterion or rule that names the source.</param>
    private sealed record Cited(string Where, string? Source, string? Doubt);
}
