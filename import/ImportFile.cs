using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EduAnalytics.Import.Columns;
using EduAnalytics.Import.Lines;
using EduAnalytics.Import.Mappings;
using EduAnalytics.Import.Rows;
using EduAnalytics.Import.Tables;

namespace EduAnalytics.Import;

/// <summary>
/// A table file on its way in. Read twice: <see cref="Check"/> tells all that is wrong before anything is sent, and
/// <see cref="Lines"/> gives what is to be sent. Memory does not grow with the file.
/// </summary>
/// <param name="file">Can be sought; stays open.</param>
/// <param name="name">What it is called where it lies, without its folder: figures keep it, with their row.</param>
/// <param name="mapping">What the headings do not say; its document names figures without one.</param>
public sealed class ImportFile(Stream file, string name, Mapping mapping, ImportKnowledge knowledge)
{
    private const int MostProblems = 1_000;
    private const int PreviewRows = 8;
    private readonly FileFacts facts = FileFacts.Read(file);

    /// <param name="progress">Told the share of the file that was read, from 0 to 1, every few thousand rows.</param>
    /// <exception cref="TableFileException">It is no table that can be read.</exception>
    public ImportReport Check(CancellationToken cancellationToken, IProgress<double>? progress = null)
    {
        var (tally, preview) = (new ImportTally(), ImmutableArray.CreateBuilder<PreviewRow>());
        var problems = new List<ImportProblem>();
        var plan = FindPlan(problems);
        long count = problems.Count;
        if (plan is not null && count == 0)
        {
            using var table = OpenBelowHeadings(plan);
            foreach (var result in Rows(table, plan, tally, progress, cancellationToken))
            {
                count += result.Problems.Count;
                problems.AddRange(result.Problems.Take(MostProblems - problems.Count));
                if (preview.Count < PreviewRows && result.Lines.Count > 0)
                    preview.Add(new PreviewRow(table.Row, FieldsOf(result.Lines[0])));
            }
        }

        return new ImportReport(facts, NameOf(plan, false), plan, tally, preview.ToImmutable(), [.. problems], count);
    }

    /// <summary>The lines of all rows that have no problem, in the file's order, each with its row.</summary>
    /// <param name="plan">The plan that the check found.</param>
    public IEnumerable<(long Row, ImportLine Line)> Lines(ImportPlan plan, CancellationToken cancellationToken)
    {
        using var table = OpenBelowHeadings(plan);
        foreach (var result in Rows(table, plan, new ImportTally(), null, cancellationToken))
            foreach (var line in result.Lines)
                yield return (table.Row, line.At(name, table.Row));
    }

    /// <summary>
    /// Names the stream by the content: the same file, read by the same mapping, makes the same submissions. Leaving bad
    /// rows out makes others, hence another name; so does another document, but only figures have one.
    /// </summary>
    public string NameOf(ImportPlan? plan, bool skipBadRows)
    {
        var reading = JsonSerializer.Serialize(new
        {
            facts.ContentHash,
            skipBadRows,
            mapping.Kind,
            mapping.Sheet,
            mapping.HeaderRow,
            mapping.OrgUnit,
            Period = mapping.Period?.ToString(),
            mapping.Stage,
            mapping.Code,
            Document = plan?.Kind == ImportKind.Figures ? mapping.Document : null,
            mapping.Section,
            Columns = mapping.Columns.OrderBy(column => column.Key, StringComparer.Ordinal).Select(column => $"{column.Key}={column.Value}"),
            Words = mapping.Words.OrderBy(word => word.Key, StringComparer.Ordinal).Select(word => $"{word.Key}={word.Value}"),
            Suppressed = mapping.Suppressed.Order(StringComparer.Ordinal),
            Totals = mapping.Totals.Order(StringComparer.Ordinal),
            mapping.DecimalComma,
            mapping.ChineseUnits,
            mapping.Dates,
        });
        return $"file-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(reading)))[..24]}";
    }

    /// <summary>The search reads on beyond the headings; whoever reads the rows opens the file anew.</summary>
    private ImportPlan? FindPlan(List<ImportProblem> problems)
    {
        using var table = TableFile.Open(file, facts, mapping);
        return PlanMaker.Make(table, mapping, knowledge, problems);
    }

    private TableReader OpenBelowHeadings(ImportPlan plan)
    {
        var table = TableFile.Open(file, facts, mapping);
        while (table.Row < plan.HeaderRow && table.Read())
        {
        }

        return table;
    }

    private IEnumerable<RowResult> Rows(
        TableReader table, ImportPlan plan, ImportTally tally, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        const int rowsBetween = 4_096;
        var reader = RowReader.For(plan, knowledge);
        var result = new RowResult();
        while (table.Read())
        {
            if (table.Row % rowsBetween == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report(Math.Min(1, (double)file.Position / Math.Max(1, facts.Bytes)));
            }

            if (table.IsBlank)
                continue;
            reader.Read(table, result);
            Count(result, tally);
            yield return result;
        }
    }

    private static void Count(RowResult result, ImportTally tally)
    {
        tally.Rows++;
        tally.Lines += result.Lines.Count;
        tally.TotalRows += result.IsTotal ? 1 : 0;
        tally.BadRows += result.Problems.Count > 0 ? 1 : 0;
        tally.Suppressed += result.Suppressed;
        tally.Empty += result.Empty;
    }

    private static ImmutableArray<KeyValuePair<string, string>> FieldsOf(ImportLine line)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
            line.WriteTo(json);
        using var document = JsonDocument.Parse(buffer.ToArray());
        return [.. document.RootElement.EnumerateObject().Select(field => KeyValuePair.Create(field.Name, field.Value.ToString()))];
    }
}
