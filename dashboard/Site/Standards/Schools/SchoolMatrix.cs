using EduAnalytics.Dashboard.Figures;

namespace EduAnalytics.Dashboard.Standards.Schools;

/// <summary>The schools of one stage against each criterion, with the variation between them beneath.</summary>
/// <param name="Columns">The criteria asked of every school.</param>
/// <param name="Rule">The rule that counts them; null where there is none.</param>
/// <param name="Spreads">The variation of each column; null where the standard sets no limit to it.</param>
/// <param name="MeanSpread">The mean of the variations; null where it is not asked.</param>
public sealed record SchoolMatrix(
    SchoolStage? Stage,
    IReadOnlyList<Criterion> Columns,
    Criterion? Rule,
    IReadOnlyList<SchoolRow> Rows,
    IReadOnlyList<Outcome?> Spreads,
    Outcome? MeanSpread)
{
    /// <summary>All that the matrix shows.</summary>
    public IEnumerable<Outcome> Outcomes =>
        Rows.SelectMany(row => row.Cells.Append(row.Rule)).Concat(Spreads).Append(MeanSpread).OfType<Outcome>();

    /// <summary>Whether anything is known of any school.</summary>
    public bool HasValues => Rows.Any(row => row.Cells.Any(cell => cell.Result.Value is not null));

    public IEnumerable<Outcome> WithoutValue => Outcomes.Where(outcome => outcome.Result.Value is null);

    public static IEnumerable<SchoolMatrix> Of(IReadOnlyCollection<Outcome> outcomes) => outcomes
        .Where(outcome => outcome.Criterion.Scope == CriterionScope.EachSchool)
        .GroupBy(outcome => outcome.Criterion.Stage)
        .Select(cells => OfStage(cells.Key, [.. cells], [.. outcomes.Where(outcome => outcome.Criterion.Stage == cells.Key)]));

    private static SchoolMatrix OfStage(SchoolStage? stage, List<Outcome> cells, List<Outcome> all)
    {
        var columns = cells.Select(cell => cell.Criterion).Distinct().ToList();
        var rules = all.Where(outcome => outcome.Criterion.Scope == CriterionScope.MostOf).ToList();
        var spreads = all.Where(outcome => outcome.Criterion.Scope == CriterionScope.Spread).ToList();
        var rows = cells.GroupBy(cell => cell.Result.OrgUnit)
            .Select(row => new SchoolRow(row.Key, [.. row], rules.Find(rule => rule.Result.OrgUnit.Id == row.Key.Id)));
        return new SchoolMatrix(
            stage,
            columns,
            rules is [var first, ..] ? first.Criterion : null,
            [.. rows],
            [.. columns.Select(column => spreads.Find(spread => spread.Criterion.SpreadOf is [var of] && of == column.Indicator.Code))],
            spreads.Find(spread => spread.Criterion.SpreadOf.Count > 1));
    }
}

/// <summary>One school against the criteria of its stage.</summary>
/// <param name="Cells">In the order of the matrix's columns.</param>
/// <param name="Rule">How it stands by the rule; null where there is none.</param>
public sealed record SchoolRow(OrgUnit School, IReadOnlyList<Outcome> Cells, Outcome? Rule)
{
    /// <summary>The least share of its threshold at which a missed criterion stands, between 0 and 1; null where none is missed.</summary>
    public decimal? LowestShare => Cells
        .Where(cell => cell is { Result: { Status: TargetStatus.Missed, Value: not null }, Criterion.Threshold: > 0 })
        .Min(cell => cell.Result.Value / cell.Criterion.Threshold);
}
