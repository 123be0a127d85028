using System.Collections.Immutable;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Import.Cells;
using EduAnalytics.Import.Columns;
using EduAnalytics.Import.Lines;
using EduAnalytics.Import.Tables;

namespace EduAnalytics.Import.Rows;

/// <summary>
/// Stated values: one a row (indicator, period and value in columns), or many (a column for each measure, or for each year).
/// </summary>
internal sealed class FigureRows(ImportPlan plan, ImportKnowledge knowledge) : RowReader(plan, knowledge)
{
    /// <summary>Beyond this the file's repetitions are left to the submissions' own check, so that memory stays flat.</summary>
    private const int MostRemembered = 500_000;

    private readonly PlannedColumn? code = plan.Find(ColumnRole.Code);
    private readonly PlannedColumn? period = plan.Find(ColumnRole.Period);
    private readonly PlannedColumn? stage = plan.Find(ColumnRole.Stage);
    private readonly PlannedColumn? section = plan.Find(ColumnRole.Section);
    private readonly PlannedColumn? document = plan.Find(ColumnRole.Document);
    private readonly PlannedColumn? quote = plan.Find(ColumnRole.Quote);
    private readonly ImmutableArray<PlannedColumn> values =
        [.. plan.Columns.Where(column => column.Use.Role is ColumnRole.Value or ColumnRole.Figure or ColumnRole.PeriodValue)];
    private readonly Dictionary<(OrgUnitId Unit, MeasureKey Key), long> seen = [];

    protected override void ReadCells(TableReader row, RowResult result)
    {
        var unit = Unit(row, result);
        var ofRow = new RowFacts(CodeOf(row, result), PeriodOf(row, result), StageOf(row, result));
        var written = Text(row, quote);
        var source = new Source(
            Text(row, document) is { Length: > 0 } named ? named : Plan.Mapping.Document ?? "",
            Text(row, section) is { Length: > 0 } place ? place : Plan.Mapping.Section);
        foreach (var column in values)
        {
            if (Number(row, column, ofRow.Code ?? column.Use.Code, result) is not { } value || unit is null)
                continue;
            var figure = FigureOf(column, ofRow, value, written);
            if (figure is not null && IsPossible(row, column, unit, source, figure, result))
                result.Lines.Add(new FigureLine(unit.Id, source, figure));
        }
    }

    private static Figure? FigureOf(PlannedColumn column, RowFacts row, decimal value, string written)
    {
        var (code, period) = (column.Use.Code ?? row.Code, column.Use.Period ?? row.Period);
        return code is null || period is null
            ? null
            : new Figure(code, period.Value, column.Use.Stage ?? row.Stage, NumberCell.Scaled(value, column.Use.Scale), written.Length == 0 ? null : written);
    }

    /// <summary>Null where no value is given, or with the problem.</summary>
    private decimal? Number(TableReader row, PlannedColumn column, string? code, RowResult result)
    {
        var cell = row.Cell(column.Index);
        if (cell.Length == 0)
        {
            result.Empty++;
            return null;
        }

        var key = CellText.Key(cell);
        if (Plan.Mapping.Suppressed.Contains(key) || key is ['<', ..])
        {
            result.Suppressed++;
            return null;
        }

        var form = new NumberForm(Plan.Mapping.DecimalComma, Plan.Mapping.ChineseUnits, code is not null && Knowledge.IsPercent(code));
        if (NumberCell.TryParse(cell, form, out var value))
            return value;
        result.Refuse(row, column, ImportFault.BadNumber, form.Expected);
        return null;
    }

    /// <summary>Holds a figure against the same rules as the receiving unit does, so that a preview shows what it would say.</summary>
    private bool IsPossible(TableReader row, PlannedColumn column, OrgUnit unit, Source source, Figure figure, RowResult result)
    {
        var key = (unit.Id, Knowledge.Catalogue.Normalise(figure.Key));
        if (seen.TryGetValue(key, out var before) && before != row.Row)
            result.Refuse(row, column, ImportFault.Repeated, $"each figure once; row {before} states {figure.Code} for {figure.Period} already");
        else if (seen.Count < MostRemembered)
            seen[key] = row.Row;
        foreach (var error in FiguresRules.Check(new FiguresSubmission("import", unit.Id, source, [figure]), unit, Knowledge.Catalogue, Knowledge.Today))
            result.Refuse(row, error.Field switch { "period" => period ?? column, "stage" => stage ?? column, "code" => code ?? column, _ => column }, ImportFault.AgainstRules, error.Message);
        return result.Problems.Count == 0;
    }

    private string? CodeOf(TableReader row, RowResult result)
    {
        var word = Text(row, code);
        if (word.Length == 0)
            word = Plan.Mapping.Code ?? "";
        if (word.Length == 0)
        {
            if (code is not null)
                result.Refuse(row, code, ImportFault.MissingValue, "the code or name of a measure or indicator");
            return null;
        }

        if (Knowledge.FindCode(Word(word)) is { } known)
            return known;
        result.Refuse(row, code, ImportFault.UnknownCode, "the code or name of a measure or indicator of the catalogue");
        return null;
    }

    private Period? PeriodOf(TableReader row, RowResult result)
    {
        var cell = Text(row, period);
        if (cell.Length == 0)
        {
            if (period is not null && Plan.Mapping.Period is null)
                result.Refuse(row, period, ImportFault.MissingValue, PeriodCell.Expected);
            return Plan.Mapping.Period;
        }

        if (PeriodCell.TryParse(Word(cell), out var read))
            return read;
        result.Refuse(row, period, ImportFault.BadPeriod, PeriodCell.Expected);
        return null;
    }

    private SchoolStage? StageOf(TableReader row, RowResult result) =>
        allStages.Contains(CellText.Key(Text(row, stage))) ? null
        : Known(row, stage, Vocabulary.Stages, $"{Vocabulary.ExpectedStages}, or nothing for all stages", result) ?? Plan.Mapping.Stage;

    private static readonly HashSet<string> allStages = new(["all", "全部", "全学段", "所有学段"], StringComparer.Ordinal);

    private readonly record struct RowFacts(string? Code, Period? Period, SchoolStage? Stage);
}
