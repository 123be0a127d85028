using System.Collections.Immutable;
using System.Globalization;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Grains.Catalogues;

/// <summary>Reads <c>measures.yaml</c>.</summary>
internal static class MeasureEntries
{
    private const int MonthsOfYear = 12;
    private const string MonthsExpected = "months from 1 to 12";

    public static Entries<Measure> Read(ImmutableArray<YamlEntry> entries, Entries<MeasureUnit> units)
    {
        var measures = new Entries<Measure>("measure");
        foreach (var entry in entries)
        {
            var (code, named) = measures.Name(entry, CodeForm.Dotted);
            var unitCode = named.Text("unit", "a unit of units.yaml");
            var unit = units.Resolve(named, "unit", unitCode);
            var stages = named.WordList<SchoolStage>("stages");
            measures.Add(code, new Measure(
                code,
                named.Text("name", "the Chinese name"),
                named.Text("name_en", "the English name"),
                unitCode,
                named.Flag("whole", unit?.Whole ?? false),
                named.Flag("additive", unit?.Additive ?? false),
                PeriodTypes(named),
                stages)
            {
                ReportedBy = named.Has("reported_by") ? named.WordList<SchoolStage>("reported_by") : stages,
                ReportMonths = ReportMonths(named),
                SmallestShown = UnitEntries.SmallestShown(named, unit?.SmallestShown ?? 0),
            });
            named.RefuseOtherKeys();
        }

        return measures;
    }

    private static ImmutableArray<int> ReportMonths(YamlEntry entry)
    {
        if (!entry.Has("report_months"))
            return [];
        var months = ImmutableArray.CreateBuilder<int>();
        foreach (var text in entry.Texts("report_months", MonthsExpected))
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= MonthsOfYear)
                months.Add(month);
            else
                entry.Refuse("report_months", $"'{text}' is no month", MonthsExpected);
        }

        return months.ToImmutable();
    }

    /// <summary>Without a kind of period nothing could ever be stated.</summary>
    internal static ImmutableArray<PeriodType> PeriodTypes(YamlEntry entry)
    {
        var types = entry.WordList<PeriodType>("period_types");
        if (types.IsEmpty && !entry.Has("period_types"))
            entry.Refuse("period_types", "period_types is missing", Words<PeriodType>.Expected);
        return types;
    }
}
