using EduAnalytics.Domain.Schools;
using EduAnalytics.Import.Cells;
using EduAnalytics.Import.Columns;
using EduAnalytics.Import.Lines;
using EduAnalytics.Import.Tables;

namespace EduAnalytics.Import.Rows;

/// <summary>Steps of students, one a row. What a student's earlier steps forbid only the school itself can say.</summary>
internal sealed class EnrolmentRows(ImportPlan plan, ImportKnowledge knowledge) : RowReader(plan, knowledge)
{
    private readonly PlannedColumn? student = plan.Find(ColumnRole.Student);
    private readonly PlannedColumn? kind = plan.Find(ColumnRole.Kind);
    private readonly PlannedColumn? date = plan.Find(ColumnRole.Date);
    private readonly PlannedColumn? grade = plan.Find(ColumnRole.Grade);
    private readonly PlannedColumn? sex = plan.Find(ColumnRole.Sex);
    private readonly PlannedColumn? reason = plan.Find(ColumnRole.Reason);

    protected override void ReadCells(TableReader row, RowResult result)
    {
        var school = School(row, result);
        var named = Student(row, student, result);
        var step = Known(row, kind, Vocabulary.Kinds, "ENROLLED 入学, DROPPED_OUT 辍学, RETURNED 复学, TRANSFERRED_OUT 转出 or GRADUATED 毕业", result);
        if (step is null && Text(row, kind).Length == 0)
            result.Refuse(row, kind, ImportFault.MissingValue, "what happened: enrolled, dropped out, returned, transferred out or graduated");
        var on = Date(row, date, result);
        var taught = Grade(row, grade, school, result);
        var known = Known(row, sex, Vocabulary.Sexes, "MALE 男 or FEMALE 女", result);
        if (step == EnrolmentKind.Enrolled && taught is null && school?.Stages.Length > 1 && Text(row, grade).Length == 0)
            result.Refuse(row, grade, ImportFault.MissingValue, $"the student's grade, since {school.Name} teaches several stages");
        if (result.Problems.Count > 0)
            return;
        var why = Text(row, reason);
        result.Lines.Add(new EnrolmentLine(school!.Id, new EnrolmentEvent(named, step!.Value, on!.Value, taught, known, why.Length == 0 ? null : why)));
    }
}
