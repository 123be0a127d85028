using EduAnalytics.Domain.Fitness;
using EduAnalytics.Import.Cells;
using EduAnalytics.Import.Mappings;
using EduAnalytics.Import.Tables;

namespace EduAnalytics.Import.Columns;

/// <summary>Finds the row of headings, what kind of file it is, and what each column holds.</summary>
internal static class PlanMaker
{
    /// <summary>Titles and remarks stand above the headings of many official tables, seldom more than this.</summary>
    private const int RowsLookedAt = 15;

    /// <summary>Reads on to the row of headings; null, with the problem, where there is none.</summary>
    public static ImportPlan? Make(TableReader table, Mapping mapping, ImportKnowledge knowledge, ICollection<ImportProblem> problems)
    {
        var best = (Score: 0, Plan: (ImportPlan?)null);
        for (var looked = 0; looked < Math.Max(RowsLookedAt, mapping.HeaderRow ?? 0) && table.Read(); looked++)
        {
            if (mapping.HeaderRow is { } given && table.Row != given)
                continue;
            var headings = Enumerable.Range(0, table.CellCount).Select(index => (table.ColumnName(index), table.Cell(index))).ToList();
            foreach (var kind in mapping.Kind is { } known ? [known] : Enum.GetValues<ImportKind>())
            {
                var plan = new ImportPlan(kind, table.Row, new HeadingMatch(kind, mapping, knowledge).Match(headings), mapping);
                var score = IsPossible(plan) ? plan.Columns.Count(column => column.Use.Role != ColumnRole.Ignored) : 0;
                if (score > best.Score)
                    best = (score, plan);
            }
        }

        if (best.Plan is { } found)
        {
            Check(found, knowledge, problems);
            return found;
        }

        problems.Add(new ImportProblem(
            ImportFault.NoHeadings, mapping.HeaderRow ?? 0, null, null, null,
            "No row of headings was found that says what the file is. Students need a student column with a kind and a date, or with a "
            + "score; figures need a unit, a period and a value, or columns named by measures or years; org units need code, name and level. "
            + "Other headings are explained to the system by a mapping."));
        return null;
    }

    /// <summary>Whether the columns suffice for that kind, so that a title is not taken for headings.</summary>
    private static bool IsPossible(ImportPlan plan)
    {
        var unit = Has(plan, ColumnRole.OrgUnit) || Has(plan, ColumnRole.OrgUnitName) || plan.Mapping.OrgUnit is not null;
        return plan.Kind switch
        {
            ImportKind.Enrolment => Has(plan, ColumnRole.Student) && Has(plan, ColumnRole.Kind),
            ImportKind.Fitness => Has(plan, ColumnRole.Student) && (Has(plan, ColumnRole.Score) || Has(plan, ColumnRole.FitnessItem)),
            ImportKind.OrgUnits => Has(plan, ColumnRole.UnitCode) && Has(plan, ColumnRole.Name) && Has(plan, ColumnRole.Level),
            _ => unit && (Has(plan, ColumnRole.Value) || Has(plan, ColumnRole.Figure) || Has(plan, ColumnRole.PeriodValue)),
        };
    }

    private static void Check(ImportPlan plan, ImportKnowledge knowledge, ICollection<ImportProblem> problems)
    {
        var mapping = plan.Mapping;
        ColumnRole[] needed = plan.Kind switch
        {
            ImportKind.Enrolment => [ColumnRole.Date],
            ImportKind.Fitness => [ColumnRole.Date, ColumnRole.Grade, ColumnRole.Sex],
            ImportKind.OrgUnits => [],
            _ when Has(plan, ColumnRole.Value) => mapping.Period is null ? [ColumnRole.Code, ColumnRole.Period] : [ColumnRole.Code],
            _ when Has(plan, ColumnRole.PeriodValue) => [ColumnRole.Code],
            _ => mapping.Period is null && plan.FindAll(ColumnRole.Figure).Any(column => column.Use.Period is null) ? [ColumnRole.Period] : [],
        };
        foreach (var role in needed.Where(role => !Has(plan, role) && !(role == ColumnRole.Code && mapping.Code is not null)))
            problems.Add(Whole(plan, ImportFault.MissingColumn, $"a column of the role {Spell(role)}; a mapping can name it, or say one value for all rows"));
        if (plan.Kind is ImportKind.Enrolment or ImportKind.Fitness && mapping.OrgUnit is null && !Has(plan, ColumnRole.OrgUnit) && !Has(plan, ColumnRole.OrgUnitName))
            problems.Add(Whole(plan, ImportFault.MissingColumn, "a column with the school, or 'orgUnit:' in a mapping for all rows"));
        foreach (var group in plan.Columns.Where(column => IsSingle(column.Use.Role)).GroupBy(column => column.Use.Role).Where(group => group.Count() > 1))
            problems.Add(At(plan, group.Last(), ImportFault.RepeatedColumn, $"one column only for {Spell(group.Key)}; column {group.First().Name} is one already"));
        foreach (var column in plan.Columns)
            CheckColumn(plan, column, knowledge, problems);
    }

    private static void CheckColumn(ImportPlan plan, PlannedColumn column, ImportKnowledge knowledge, ICollection<ImportProblem> problems)
    {
        var code = column.Use.Code;
        if (column.Use.Role == ColumnRole.Figure && knowledge.Catalogue.FindMeasure(code!) is null && knowledge.Catalogue.FindIndicator(code!) is null)
            problems.Add(At(plan, column, ImportFault.UnknownCode, $"the code or name of a measure or indicator of the catalogue; it knows no '{code}'"));
        if (column.Use.Role == ColumnRole.FitnessItem && code is not (FitnessItemCodes.HeightCm or FitnessItemCodes.WeightKg) && knowledge.Catalogue.Fitness?.Find(code!) is null)
            problems.Add(At(plan, column, ImportFault.UnknownCode, $"an item of the fitness standard; it knows no '{code}'"));

        // Ten thousand times too little would be stored without a word.
        var scaled = CellText.Plain(column.Heading) is var heading && (heading.Contains("(万", StringComparison.Ordinal) || heading.Contains("(亿", StringComparison.Ordinal));
        if (scaled && column.Use is { Scale: 1, Role: ColumnRole.Figure or ColumnRole.Value or ColumnRole.PeriodValue })
            problems.Add(At(plan, column, ImportFault.UnitsOfHeading, $"a mapping that says the scale: '{column.Heading}: {{ is: {code ?? "value"}, scale: 万 }}'"));
    }

    private static bool Has(ImportPlan plan, ColumnRole role) => plan.Find(role) is not null;

    private static bool IsSingle(ColumnRole role) =>
        role is not (ColumnRole.Ignored or ColumnRole.Figure or ColumnRole.PeriodValue or ColumnRole.FitnessItem or ColumnRole.OrgUnitName or ColumnRole.Quote);

    private static string Spell(ColumnRole role) => char.ToLowerInvariant(role.ToString()[0]) + role.ToString()[1..];

    private static ImportProblem Whole(ImportPlan plan, ImportFault fault, string expected) => new(fault, plan.HeaderRow, null, null, null, expected);

    private static ImportProblem At(ImportPlan plan, PlannedColumn column, ImportFault fault, string expected) =>
        new(fault, plan.HeaderRow, column.Name, null, column.Heading, expected);
}
