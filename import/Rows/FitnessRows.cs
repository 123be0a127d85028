using System.Collections.Immutable;
using EduAnalytics.Domain.Fitness;
using EduAnalytics.Import.Cells;
using EduAnalytics.Import.Columns;
using EduAnalytics.Import.Lines;
using EduAnalytics.Import.Tables;

namespace EduAnalytics.Import.Rows;

/// <summary>Results of the fitness test, one student a row: the total score, or the items in columns of their own.</summary>
internal sealed class FitnessRows(ImportPlan plan, ImportKnowledge knowledge) : RowReader(plan, knowledge)
{
    private readonly PlannedColumn? student = plan.Find(ColumnRole.Student);
    private readonly PlannedColumn? date = plan.Find(ColumnRole.Date);
    private readonly PlannedColumn? grade = plan.Find(ColumnRole.Grade);
    private readonly PlannedColumn? sex = plan.Find(ColumnRole.Sex);
    private readonly PlannedColumn? score = plan.Find(ColumnRole.Score);
    private readonly ImmutableArray<PlannedColumn> items = plan.FindAll(ColumnRole.FitnessItem);
    private readonly NumberForm form = new(plan.Mapping.DecimalComma, false, false);

    protected override void ReadCells(TableReader row, RowResult result)
    {
        var school = School(row, result);
        var named = Student(row, student, result);
        var on = Date(row, date, result);
        var taught = Grade(row, grade, school, result);
        if (taught is null && Text(row, grade).Length == 0)
            result.Refuse(row, grade, ImportFault.MissingValue, "the student's grade");
        var known = Known(row, sex, Vocabulary.Sexes, "MALE 男 or FEMALE 女", result);
        if (known is null && Text(row, sex).Length == 0)
            result.Refuse(row, sex, ImportFault.MissingValue, "MALE 男 or FEMALE 女");
        var total = Score(row, result);
        var measured = total is null ? Items(row, result) : [];
        if (result.Problems.Count > 0)
            return;
        if (total is null && measured.IsEmpty)
        {
            // A student without any result was not tested: that is no fault of the file.
            result.Empty++;
            return;
        }

        result.Lines.Add(new FitnessLine(
            school!.Id, new FitnessResult(named, on!.Value, taught!.Value, known!.Value, total, measured.IsEmpty ? null : measured)));
    }

    private decimal? Score(TableReader row, RowResult result)
    {
        var cell = Text(row, score);
        if (cell.Length == 0)
            return null;
        if (Plan.Mapping.Suppressed.Contains(CellText.Key(cell)))
        {
            result.Suppressed++;
            return null;
        }

        if (NumberCell.TryParse(cell, form, out var value) && value is >= 0 and <= 120)
            return value;
        result.Refuse(row, score, ImportFault.BadNumber, "a total score from 0 to 120");
        return null;
    }

    private ImmutableArray<FitnessItemValue> Items(TableReader row, RowResult result)
    {
        var values = ImmutableArray.CreateBuilder<FitnessItemValue>();
        foreach (var column in items)
        {
            var cell = Text(row, column);
            if (cell.Length == 0)
                continue;
            if (Plan.Mapping.Suppressed.Contains(CellText.Key(cell)))
                result.Suppressed++;
            else if (TryItem(column.Use.Code!, cell, out var value, out var expected))
                values.Add(new FitnessItemValue(column.Use.Code!, value));
            else
                result.Refuse(row, column, ImportFault.BadNumber, expected);
        }

        return values.ToImmutable();
    }

    private bool TryItem(string code, string cell, out decimal value, out string expected)
    {
        if (Knowledge.Catalogue.Fitness?.Find(code) is { Unit: "s" } timed)
            return FitnessTime.TryParse(CellText.Plain(cell), timed.Decimals, out value, out expected);
        expected = form.Expected;
        return NumberCell.TryParse(cell, form, out value);
    }
}
