using System.Text.Json;
using EduAnalytics.Import;
using EduAnalytics.Import.Columns;
using EduAnalytics.Import.Lines;

namespace EduAnalytics.Gateway.Ingest.Files;

/// <summary>Spells what <c>/import</c> answers.</summary>
internal static class ReportJson
{
    private const int MostProblems = 200;

    public static JsonElement Refusal(IEnumerable<string> reasons) => JsonSerializer.SerializeToElement(new { refusal = reasons });

    public static JsonElement Progress(SendingTally tally, long total, bool complete) => JsonSerializer.SerializeToElement(new
    {
        progress = new
        {
            complete,
            lines = tally.Lines,
            total,
            accepted = tally.Accepted,
            duplicate = tally.Duplicate,
            refused = tally.Refused,
            refusals = tally.Refusals,
        },
    });

    public static JsonElement Report(ImportReport report) => JsonSerializer.SerializeToElement(new
    {
        report = new
        {
            clean = report.IsClean,
            readable = report.Plan is not null,
            kind = report.Plan is { } plan ? Word(plan.Kind) : null,
            form = report.File.IsWorkbook ? "XLSX" : report.File.Encoding.WebName.ToUpperInvariant(),
            headerRow = report.Plan?.HeaderRow,
            columns = report.Plan?.Columns.Where(column => column.Heading.Length > 0).Select(Column) ?? [],
            preview = report.Preview.Select(row => new { row = row.Row, fields = row.Fields.Select(field => new { name = field.Key, value = field.Value }) }),
            rows = report.Tally.Rows,
            lines = report.Tally.Lines,
            totalRows = report.Tally.TotalRows,
            badRows = report.Tally.BadRows,
            suppressed = report.Tally.Suppressed,
            empty = report.Tally.Empty,
            problemCount = report.ProblemCount,
            problems = report.Problems.Take(MostProblems).Select(Problem),
        },
    });

    private static object Column(PlannedColumn column) => new
    {
        name = column.Name,
        heading = column.Heading,
        role = Word(column.Use.Role),
        code = column.Use.Code,
        period = column.Use.Period?.ToString(),
        stage = column.Use.Stage is { } stage ? Word(stage) : null,
        scale = column.Use.Scale,
    };

    private static object Problem(ImportProblem problem) => new
    {
        fault = Word(problem.Fault),
        row = problem.Row,
        column = problem.Column,
        heading = problem.Heading,
        given = problem.Given,
        expected = problem.Expected,
    };

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());
}
