using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Schools.Counting;

namespace EduAnalytics.Domain.Breakdowns;

/// <summary>An indicator whose every measure is counted from student records, each student in a grade.</summary>
public sealed class CountedIndicator
{
    private readonly Indicator indicator;
    private readonly ImmutableArray<int> numerator;
    private readonly ImmutableArray<int> denominator;
    private readonly int threshold;

    private CountedIndicator(Indicator indicator, ImmutableArray<string> above, ImmutableArray<string> below, Catalogue catalogue)
    {
        this.indicator = indicator;
        var groups = above.Concat(below).Select(catalogue.Counts.Find).OfType<Release.CountGroup>().Distinct().ToList();

        // Counts of one group tell each other: who passes, less those above 80, are those between. So the whole group is
        // counted, though the formula may read only a part of it.
        Measures = [.. above.Concat(below).Concat(groups.SelectMany(group => group.Codes).Order(StringComparer.Ordinal)).Select(Find).OfType<CountedMeasure>().Distinct()];
        numerator = [.. above.Select(code => Measures.IndexOf(Find(code)!.Value))];
        denominator = [.. below.Select(code => Measures.IndexOf(Find(code)!.Value))];
        threshold = groups.Select(group => group.Threshold).DefaultIfEmpty().Max();
    }

    /// <summary>The order of a cell's counts.</summary>
    public ImmutableArray<CountedMeasure> Measures { get; }

    /// <summary>Null, with the reason, where an indicator cannot be told by grade and sex.</summary>
    public static CountedIndicator? Of(Indicator indicator, Period period, Catalogue catalogue, out BreakdownGap? gap)
    {
        var (above, below) = indicator.Formula switch
        {
            Formula.Sum sum => (sum.Terms, ImmutableArray<string>.Empty),
            Formula.Ratio { AcrossSchools: false } ratio => (ratio.Numerator, ratio.Denominator),
            _ => ([], []),
        };
        var all = above.Concat(below).ToList();
        gap = all.Count == 0 || all.Any(code => Find(code) is null) ? BreakdownGap.NotCounted
            : period.Type != PeriodType.SchoolYear && all.Select(code => CountedMeasures.IsOfFitness(Find(code)!.Value)).Distinct().Count() > 1 ? BreakdownGap.GradesDiffer
            : null;
        return gap is null ? new CountedIndicator(indicator, above, below, catalogue) : null;
    }

    public int NumeratorOf(CellCounts cell) => numerator.Sum(at => cell.Counts[at]);

    /// <summary>Null where the indicator is no ratio.</summary>
    public int? DenominatorOf(CellCounts cell) => denominator.IsEmpty ? null : denominator.Sum(at => cell.Counts[at]);

    /// <summary>A ratio's value in its unit, or a sum's; null over nobody.</summary>
    public decimal? ValueOf(int above, int? below) => indicator.Formula is not Formula.Ratio ratio ? above
        : below is > 0 and var over ? above * ratio.Scale / over : null;

    /// <summary>
    /// False where a count is too small for all but the unit's staff, or the rest is: of a grade's 31 girls 30 passed. Nought
    /// is shown.
    /// </summary>
    public bool MayBeShown(UnitBreakdown breakdown) => breakdown.Cells.All(cell =>
        cell.Counts.All(IsLarge) && (DenominatorOf(cell) is not { } below || IsLarge(below - NumeratorOf(cell))));

    /// <summary>The values that a breakdown adds up to: of each stage, since a grade is in one, and of all together.</summary>
    public IEnumerable<ValueQuery> ValuesOf(OrgUnitId unit, Period period) => indicator.Stages.Cast<SchoolStage?>().Append(null)
        .Select(stage => new ValueQuery(unit, indicator.Code, period, stage));

    /// <summary>
    /// What the unit above sums: the cells by which the school is part of the ratio, or of the sum. Whether the school has
    /// counts of its own says <see cref="Cells"/>.
    /// </summary>
    internal IEnumerable<MeasureKey> Summed(Period period) => indicator.Formula is Formula.Ratio ratio
        ? [new(ratio.PairedNumerator, period, null), new(ratio.PairedDenominator, period, null)]
        : Cells(period);

    /// <summary>The cells that the formula reads, over all stages.</summary>
    internal IEnumerable<MeasureKey> Cells(Period period) =>
        numerator.Concat(denominator).Select(at => new MeasureKey(CountedMeasures.CodeOf(Measures[at]), period, null));

    private bool IsLarge(int count) => Math.Abs(count) >= threshold || count == 0;

    /// <summary>The ledgers and the cohorts are followed over years and schools, in which a student has no one grade.</summary>
    private static CountedMeasure? Find(string code) => CountedMeasures.Find(code) switch
    {
        CountedMeasure.Enrolled => CountedMeasure.Enrolled,
        CountedMeasure.DroppedOut => CountedMeasure.DroppedOut,
        { } fitness when CountedMeasures.IsOfFitness(fitness) => fitness,
        _ => null,
    };
}
