using System.Collections.Immutable;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Import.Cells;
using EduAnalytics.Import.Columns;
using EduAnalytics.Import.Lines;
using EduAnalytics.Import.Tables;

namespace EduAnalytics.Import.Rows;

/// <summary>Cities, districts and schools, one a row, parents above their children.</summary>
internal sealed class OrgUnitRows(ImportPlan plan, ImportKnowledge knowledge) : RowReader(plan, knowledge)
{
    private readonly PlannedColumn? code = plan.Find(ColumnRole.UnitCode);
    private readonly PlannedColumn? name = plan.Find(ColumnRole.Name);
    private readonly PlannedColumn? nameEn = plan.Find(ColumnRole.NameEn);
    private readonly PlannedColumn? parent = plan.Find(ColumnRole.Parent);
    private readonly PlannedColumn? level = plan.Find(ColumnRole.Level);
    private readonly PlannedColumn? stages = plan.Find(ColumnRole.Stages);
    private readonly PlannedColumn? synthetic = plan.Find(ColumnRole.Synthetic);
    private readonly List<OrgUnit> read = [];

    protected override void ReadCells(TableReader row, RowResult result)
    {
        if (!OrgUnitId.TryParse(Text(row, code), out var id, out var reason))
            result.Refuse(row, code, ImportFault.BadWord, reason);
        OrgUnitId? above = null;
        if (Text(row, parent) is { Length: > 0 } parentCode)
        {
            if (OrgUnitId.TryParse(parentCode, out var known, out reason))
                above = known;
            else
                result.Refuse(row, parent, ImportFault.BadWord, reason);
        }

        var at = Known(row, level, Vocabulary.Levels, "CITY 市, DISTRICT 区 or SCHOOL 学校", result);
        if (at is null && Text(row, level).Length == 0)
            result.Refuse(row, level, ImportFault.MissingValue, "CITY 市, DISTRICT 区 or SCHOOL 学校");
        var taught = Stages(row, result);
        var generated = Known(row, synthetic, yesNo, "true 是 or false 否", result) ?? false;
        if (result.Problems.Count > 0)
            return;
        var english = Text(row, nameEn);
        var unit = new OrgUnit(id, Text(row, name), english.Length == 0 ? null : english, at!.Value, above, taught, generated);
        CheckAgainstTree(row, unit, result);
        if (result.Problems.Count == 0)
            result.Lines.Add(new OrgUnitLine(unit));
    }

    private static readonly Dictionary<string, bool> yesNo = new(StringComparer.Ordinal)
    {
        ["true"] = true,
        ["yes"] = true,
        ["是"] = true,
        ["1"] = true,
        ["false"] = false,
        ["no"] = false,
        ["否"] = false,
        ["0"] = false,
    };

    private ImmutableArray<SchoolStage> Stages(TableReader row, RowResult result)
    {
        var found = ImmutableArray.CreateBuilder<SchoolStage>();
        foreach (var word in Text(row, stages).Split([' ', ',', ';', '、', '/', '+'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Vocabulary.Stages.TryGetValue(CellText.Key(Word(word)), out var stage))
                found.Add(stage);
            else
                result.Refuse(row, stages, ImportFault.BadWord, $"{Vocabulary.ExpectedStages}, several set apart by blanks");
        }

        return found.ToImmutable();
    }

    /// <summary>The tree's own rules, over the units of the file so far and those that the system knows.</summary>
    private void CheckAgainstTree(TableReader row, OrgUnit unit, RowResult result)
    {
        var all = new OrgUnitsSubmission("import", unit.Id, [.. read, unit]);
        foreach (var error in OrgUnitRules.Check(all, Knowledge.Units).Where(error => error.Index == read.Count))
        {
            var column = error.Field switch { "parent" => parent, "name" => name, "stages" => stages, "level" => level, _ => code };
            result.Refuse(row, column, ImportFault.AgainstRules, error.Message);
        }

        read.Add(unit);
    }
}
