using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Import.Cells;
using EduAnalytics.Import.Columns;
using EduAnalytics.Import.Tables;

namespace EduAnalytics.Import.Rows;

/// <summary>Reads rows of one kind. What is wrong is noted with the row's result; the reading goes on, to find all of it.</summary>
internal abstract class RowReader(ImportPlan plan, ImportKnowledge knowledge)
{
    private readonly PlannedColumn? unitColumn = plan.Find(ColumnRole.OrgUnit) ?? plan.Find(ColumnRole.OrgUnitName);
    private readonly PlannedColumn? unitName = plan.Find(ColumnRole.OrgUnitName);
    private readonly PlannedColumn[] naming = [.. plan.Columns.Where(column => NamesTheRow(column.Use.Role))];
    private (string Word, OrgUnit? Unit)? lastUnit;

    protected ImportPlan Plan => plan;

    protected ImportKnowledge Knowledge => knowledge;

    public static RowReader For(ImportPlan plan, ImportKnowledge knowledge) => plan.Kind switch
    {
        ImportKind.Enrolment => new EnrolmentRows(plan, knowledge),
        ImportKind.Fitness => new FitnessRows(plan, knowledge),
        ImportKind.OrgUnits => new OrgUnitRows(plan, knowledge),
        _ => new FigureRows(plan, knowledge),
    };

    public void Read(TableReader row, RowResult result)
    {
        result.Clear();
        foreach (var column in naming)
        {
            if (row.Cell(column.Index) is { Length: > 0 } cell && plan.Mapping.Totals.Contains(CellText.Key(cell)))
            {
                result.IsTotal = true;
                return;
            }
        }

        ReadCells(row, result);
        if (result.Problems.Count > 0)
            result.Lines.Clear();
    }

    protected abstract void ReadCells(TableReader row, RowResult result);

    /// <summary>The row's unit; null, with the problem, where none can be told.</summary>
    protected OrgUnit? Unit(TableReader row, RowResult result)
    {
        var column = unitColumn;
        var word = column is null ? "" : row.Cell(column.Index);
        if (word.Length == 0 && unitName is not null)
            word = row.Cell((column = unitName).Index);
        if (word.Length == 0)
            (column, word) = (null, plan.Mapping.OrgUnit ?? "");
        if (word.Length == 0)
        {
            result.Refuse(row, unitColumn, ImportFault.MissingValue, "an org unit's code or name");
            return null;
        }

        // Rows of one school mostly follow one another.
        if (lastUnit is { } last && last.Word == word && last.Unit is not null)
            return last.Unit;
        var found = knowledge.FindUnits(Word(word));
        if (found.Count == 0)
            result.Refuse(row, column, ImportFault.UnknownOrgUnit, $"the code or name of an org unit that the system knows{(column is null ? $"; it knows no '{word}'" : "")}");
        else if (found.Count > 1)
            result.Refuse(row, column, ImportFault.AmbiguousOrgUnit, $"a code, since several units bear this name: {string.Join(", ", found.Take(5).Select(unit => unit.Id))}");
        lastUnit = (word, found.Count == 1 ? found[0] : null);
        return lastUnit.Value.Unit;
    }

    protected OrgUnit? School(TableReader row, RowResult result)
    {
        if (Unit(row, result) is not { } unit)
            return null;
        if (unit.Level == OrgUnitLevel.School)
            return unit;
        result.Refuse(row, unitColumn, ImportFault.WrongLevel, $"a school; {unit.Name} is a {unit.Level}");
        return null;
    }

    protected static string Text(TableReader row, PlannedColumn? column) => column is null ? "" : row.Cell(column.Index);

    /// <summary>The mapping's own word for a cell, else the cell itself.</summary>
    protected string Word(string cell) =>
        plan.Mapping.Words.IsEmpty ? cell : plan.Mapping.Words.GetValueOrDefault(CellText.Key(cell), cell);

    /// <summary>A word that the domain knows; null where the cell is empty, or with the problem.</summary>
    protected T? Known<T>(TableReader row, PlannedColumn? column, IReadOnlyDictionary<string, T> words, string expected, RowResult result)
        where T : struct
    {
        var cell = Text(row, column);
        if (cell.Length == 0)
            return null;
        if (words.TryGetValue(CellText.Key(Word(cell)), out var value))
            return value;
        result.Refuse(row, column, ImportFault.BadWord, expected);
        return null;
    }

    /// <summary>A date that has come; null with the problem.</summary>
    protected DateOnly? Date(TableReader row, PlannedColumn? column, RowResult result)
    {
        if (!DateCell.TryParse(Text(row, column), plan.Mapping.Dates, out var date))
            result.Refuse(row, column, ImportFault.BadDate, DateCell.Expected);
        else if (date > knowledge.Today)
            result.Refuse(row, column, ImportFault.BadDate, $"a date that has come; today is {knowledge.Today:yyyy-MM-dd}");
        else
            return date;
        return null;
    }

    protected static string Student(TableReader row, PlannedColumn? column, RowResult result)
    {
        var student = Text(row, column);
        if (student.Length is 0 or > Domain.Schools.EnrolmentRules.LongestStudentId)
            result.Refuse(row, column, ImportFault.BadStudent, $"a pseudonymous id of 1 to {Domain.Schools.EnrolmentRules.LongestStudentId} characters");
        return student;
    }

    /// <summary>The grade, taught at the school; null where none stands there, or with the problem.</summary>
    protected int? Grade(TableReader row, PlannedColumn? column, OrgUnit? school, RowResult result)
    {
        var cell = Text(row, column);
        if (cell.Length == 0)
            return null;
        if (!Vocabulary.TryGrade(Word(cell), out var grade))
            result.Refuse(row, column, ImportFault.BadGrade, "a grade from 1 to 12, such as 3, 三年级 or 初一");
        else if (school is not null && !(OrgUnit.StageOfGrade(grade) is { } stage && school.Stages.Contains(stage)))
            result.Refuse(row, column, ImportFault.BadGrade, $"a grade that is taught at {school.Name} ({string.Join(", ", school.Stages)})");
        else
            return grade;
        return null;
    }

    private static bool NamesTheRow(ColumnRole role) =>
        role is ColumnRole.OrgUnit or ColumnRole.OrgUnitName or ColumnRole.Code or ColumnRole.Student or ColumnRole.UnitCode or ColumnRole.Name;
}
