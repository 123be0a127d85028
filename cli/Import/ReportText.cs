using System.Globalization;
using EduAnalytics.Import;
using EduAnalytics.Import.Columns;

namespace EduAnalytics.Cli.Import;

/// <summary>Says what a file comes to: columns, first rows, counts, problems.</summary>
internal static class ReportText
{
    private const int MostProblems = 20;

    public static void Write(ImportReport report, string file, TextWriter output)
    {
        if (report.Plan is { } plan)
        {
            var form = report.File.IsWorkbook ? "a workbook" : $"text in {report.File.Encoding.WebName}";
            Say(output, $"{file}: {plan.Kind}, {form}, headings in row {plan.HeaderRow}.");
            foreach (var column in plan.Columns.Where(column => column.Heading.Length > 0))
                Say(output, $"  column {column.Name,-3} {column.Heading} → {Describe(column.Use)}");
        }

        if (report.Preview.Length > 0)
        {
            Say(output, $"The first rows as they were understood:");
            foreach (var row in report.Preview)
                Say(output, $"  row {row.Row,-6} {string.Join("  ", row.Fields.Select(field => $"{field.Key}={field.Value}"))}");
        }

        var tally = report.Tally;
        if (tally.Rows > 0)
            Say(output, $"{tally.Rows:N0} rows give {tally.Lines:N0} lines. Left out: {tally.TotalRows:N0} total rows, {tally.BadRows:N0} rows with problems. Not given: {tally.Suppressed:N0} suppressed and {tally.Empty:N0} empty cells.");
        WriteProblems(report, output);
    }

    private static void WriteProblems(ImportReport report, TextWriter output)
    {
        if (report.IsClean)
        {
            Say(output, $"No problem was found.");
            return;
        }

        Say(output, $"Problems: {report.ProblemCount:N0}");
        foreach (var problem in report.Problems.Take(MostProblems))
            Say(output, $"  {problem}");
        if (report.ProblemCount > MostProblems)
            Say(output, $"  and {report.ProblemCount - MostProblems:N0} more");
    }

    private static string Describe(ColumnUse use)
    {
        var what = use.Code ?? use.Period?.ToString() ?? char.ToLowerInvariant(use.Role.ToString()[0]) + use.Role.ToString()[1..];
        var stage = use.Stage is { } of ? $" of {of}" : "";
        return use.Scale == 1 ? what + stage : string.Create(CultureInfo.InvariantCulture, $"{what}{stage} × {use.Scale}");
    }

    private static void Say(TextWriter output, FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
