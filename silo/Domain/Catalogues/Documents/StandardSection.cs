using System.Globalization;
using System.Text;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Standards;

namespace EduAnalytics.Domain.Catalogues.Documents;

/// <summary>The standards with their criteria, and what of them is not computed.</summary>
internal static class StandardSection
{
    public static void Write(StringBuilder text, Catalogue catalogue)
    {
        text.Append(
            """
            ## 评估标准 Standards

            What is asked of every school, and the spread between schools, leaves out special-education and vocational schools
            and teaching points with fewer than 50 students (教督〔2017〕6号，第六条); so do the coefficients under balance.


            """);
        foreach (var standard in catalogue.Standards)
            WriteOne(text, standard);
    }

    private static void WriteOne(StringBuilder text, Standard standard)
    {
        text.Append(CultureInfo.InvariantCulture, $"### `{standard.Code}` {standard.Name}\n\n{standard.NameEn}. ");
        text.Append(CultureInfo.InvariantCulture, $"Definition {standard.Version.Number}, from {standard.Version.From:yyyy-MM-dd}. ");
        text.Append(CultureInfo.InvariantCulture, $"Source: {CatalogueDocument.Source(standard.Source, standard.SourceConfirmed)}\n\n");
        text.Append("| Criterion | Over | Indicator | Stage | Threshold | Source |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (var criterion in standard.Criteria)
            WriteCriterion(text, criterion, standard);
        text.Append("\nNot computed:\n\n");
        foreach (var duty in standard.NotComputed)
            text.Append(CultureInfo.InvariantCulture, $"- {(duty.Section is null ? "" : $"{duty.Section} ")}{duty.Name} ({duty.NameEn}): {duty.ReasonEn}\n");
        text.Append('\n');
    }

    private static void WriteCriterion(StringBuilder text, Criterion criterion, Standard standard)
    {
        var source = criterion.Target.Source == standard.Source && criterion.Target.SourceConfirmed == standard.SourceConfirmed
            ? "as the standard"
            : CatalogueDocument.Source(criterion.Target.Source, criterion.Target.SourceConfirmed);
        text.Append(CultureInfo.InvariantCulture, $"| `{criterion.Code}`<br>{criterion.Name}<br>{criterion.NameEn} | {Over(criterion.Scope)} | ");
        text.Append(CultureInfo.InvariantCulture, $"`{criterion.Indicator.Code}` | {Stage(criterion.Stage)} | {CatalogueDocument.Threshold(criterion.Target)} | {source} |\n");
    }

    private static string Stage(SchoolStage? stage) => stage is { } one ? CatalogueDocument.Words<SchoolStage>([one], "") : "";

    private static string Over(CriterionScope scope) => scope switch
    {
        CriterionScope.OwnValue => "the district",
        CriterionScope.EachSchool => "each school",
        CriterionScope.Spread { Of.Length: 1 } => "the spread over schools",
        CriterionScope.Spread spread => $"the mean of the spreads over schools of {string.Join(", ", spread.Of.Select(one => $"`{one.Code}`"))}",
        CriterionScope.MostOf rule => string.Create(
            CultureInfo.InvariantCulture, $"each school, of {rule.Criteria.Length} criteria; {FormulaText.Number(rule.RestShare * 100)} % of the rest"),
        _ => throw new ArgumentException($"No words for {scope.GetType().Name}.", nameof(scope)),
    };
}
