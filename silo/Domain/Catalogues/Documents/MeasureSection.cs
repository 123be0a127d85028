using System.Globalization;
using System.Text;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Catalogues.Documents;

/// <summary>The measures that units state or count; those that formulas derive from them follow by themselves.</summary>
internal static class MeasureSection
{
    public static void Write(StringBuilder text, Catalogue catalogue)
    {
        text.Append("## 数据元 Measures\n\n| Code | Name | Unit | Adds up | Stages | Periods |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (var measure in catalogue.Measures.Where(measure => measure.Derivation is null))
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{measure.Code}` | {measure.Name}<br>{measure.NameEn} | {measure.Unit} | ");
            text.Append(CultureInfo.InvariantCulture, $"{(measure.Additive ? "yes" : "no")} | {CatalogueDocument.Words<SchoolStage>(measure.Stages, "")} | ");
            text.Append(CultureInfo.InvariantCulture, $"{CatalogueDocument.Words<PeriodType>(measure.PeriodTypes, "")} |\n");
        }
    }
}
