using System.Collections.Immutable;
using System.Text.RegularExpressions;
using EduAnalytics.Domain.Fitness;
using EduAnalytics.Import.Cells;
using EduAnalytics.Import.Mappings;

namespace EduAnalytics.Import.Columns;

/// <summary>Finds what a row of headings would mean, for one kind of file.</summary>
internal sealed partial class HeadingMatch(ImportKind kind, Mapping mapping, ImportKnowledge knowledge)
{
    /// <summary>A column for each heading; those that mean nothing known are ignored.</summary>
    public ImmutableArray<PlannedColumn> Match(IReadOnlyList<(string Name, string Heading)> headings) =>
        [.. headings.Select((cell, index) => new PlannedColumn(index, cell.Name, cell.Heading, UseOf(cell.Heading)))];

    private ColumnUse UseOf(string heading)
    {
        if (heading.Length == 0)
            return new ColumnUse(ColumnRole.Ignored);
        if (mapping.Columns.TryGetValue(CellText.Key(heading), out var use))
            return use.Role == ColumnRole.Figure ? Coded(use) : use;
        var plain = Parenthesis().Replace(CellText.Plain(heading), "");
        if ((Headings.Find(kind, heading) ?? Headings.Find(kind, plain)) is { } role)
            return role == ColumnRole.FitnessItem ? Body(plain) : new ColumnUse(role);
        if (kind == ImportKind.Figures && (knowledge.FindCode(heading) ?? knowledge.FindCode(plain)) is { } code)
            return new ColumnUse(ColumnRole.Figure, code);
        if (kind == ImportKind.Figures && PeriodCell.TryParse(heading, out var period))
            return new ColumnUse(ColumnRole.PeriodValue, Period: period);
        if (kind == ImportKind.Fitness && knowledge.Codes.FindItem(plain) is { } item)
            return new ColumnUse(ColumnRole.FitnessItem, item);
        return new ColumnUse(ColumnRole.Ignored);
    }

    /// <summary>A mapping may name a measure by its name; what nobody knows stays, to be refused with its heading.</summary>
    private ColumnUse Coded(ColumnUse use) =>
        kind == ImportKind.Fitness
            ? use with { Role = ColumnRole.FitnessItem, Code = knowledge.Codes.FindItem(use.Code!) ?? use.Code }
            : use with { Code = knowledge.FindCode(use.Code!) ?? use.Code };

    private static ColumnUse Body(string heading) => new(
        ColumnRole.FitnessItem, CellText.Key(heading) is "height" or "身高" ? FitnessItemCodes.HeightCm : FitnessItemCodes.WeightKg);

    [GeneratedRegex(@"\s*\([^)]*\)\s*$")]
    private static partial Regex Parenthesis();
}
