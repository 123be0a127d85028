using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Live;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Sources;
using EduAnalytics.Domain.Standards;

namespace EduAnalytics.Domain.Release;

/// <summary>
/// Marks what a district or a city answers: which of it is for the unit's own staff only. Nothing is taken away here; who
/// asks is known where the answer leaves the system.
/// </summary>
public sealed class ReleaseMarks(Catalogue catalogue, ReleaseBook book)
{
    private CountGroups Groups => catalogue.Counts;

    /// <summary>The counts behind a value and its change.</summary>
    public IEnumerable<MeasureKey> CellsOf(ValueQuery query) =>
        catalogue.FindIndicator(query.Indicator) is { } indicator
            ? Groups.Behind(indicator, query.Period, query.Stage).Concat(Groups.Behind(indicator, query.Period.Previous, query.Stage))
            : [];

    /// <summary>The counts behind both values of a change.</summary>
    public IEnumerable<MeasureKey> CellsOf(RecentChange change) => CellsOf(QueryOf(change.Now));

    /// <summary>The counts behind an explanation, whosever contributions they are.</summary>
    public IEnumerable<MeasureKey> CellsOf(string indicator, Period period, SchoolStage? stage) =>
        catalogue.FindIndicator(indicator) is { } known
            ? PeriodsOf(known, period)
                .SelectMany(read => known.Formula.Measures.Concat(known.Formula.StatedMeasures), (read, code) => CellOf(code, known, read, stage))
                .Where(cell => Groups.Find(cell.Code) is not null)
            : [];

    public IEnumerable<MeasureKey> CellsOf(FindingId finding) => Groups.Behind(finding);

    public IEnumerable<MeasureKey> CellsOf(Standard standard, Period period) =>
        standard.Criteria.SelectMany(criterion => Groups.Behind(criterion.Indicator, period, criterion.Stage));

    public Suppression? WhyWithheld(ValueQuery query) =>
        catalogue.FindIndicator(query.Indicator) is { } indicator
            ? book.WhyWithheld(query.OrgUnit, Groups.Behind(indicator, query.Period, query.Stage))
            : null;

    public Suppression? WhyWithheld(FindingId finding) => book.WhyWithheld(finding.OrgUnit, Groups.Behind(finding));

    public IndicatorValue Mark(IndicatorValue value)
    {
        var query = QueryOf(value);
        var withheld = WhyWithheld(query);
        var change = withheld ?? WhyWithheld(query with { Period = value.Period.Previous });
        return change is null ? value : value with { Withheld = withheld, WithheldChange = change };
    }

    /// <summary>
    /// A change tells two values, and is withheld where the later one is, or where a count behind the earlier one was small.
    /// </summary>
    public RecentChange Mark(RecentChange change)
    {
        var reason = WhyWithheld(QueryOf(change.Now)) ?? (RestsOnSmallCount(change.Before) ? Suppression.SmallCount : null);
        return reason is null ? change : change with
        {
            Before = change.Before with { Withheld = reason, WithheldChange = reason },
            Now = change.Now with { Withheld = reason, WithheldChange = reason },
        };
    }

    public Explanation Mark(Explanation explanation, string indicator, Period period, SchoolStage? stage)
    {
        if (catalogue.FindIndicator(indicator) is not { } known)
            return explanation;
        return explanation with { Contributions = [.. explanation.Contributions.Select(MarkOne)] };

        Contribution MarkOne(Contribution part)
        {
            var cells = CellsOf(part, known, stage).ToList();
            var hasRest = known.Formula is Formula.Ratio ratio && cells.Exists(cell =>
                Groups.Find(cell.Code) is not null && PairedOf(ratio, cell.Code) is { } paired && book.HasRest(part.OrgUnit, cell, paired));
            return part with { Withheld = book.WhyWithheld(part.OrgUnit, cells) ?? (hasRest ? Suppression.Complementary : null) };
        }
    }

    /// <summary>What a part is made of: a ratio or a spread among the parts has no code of its own.</summary>
    private IEnumerable<MeasureKey> CellsOf(Contribution part, Indicator indicator, SchoolStage? stage) =>
        new SourceQuestion(indicator.Code, part.Period, stage, part.Measure, part.Version).Codes(catalogue)
            .Append(part.Measure).Distinct()
            .Select(code => CellOf(code, indicator, part.Period, stage));

    private static Period[] PeriodsOf(Indicator indicator, Period period) =>
        indicator.Formula.ReadsPeriodBefore ? [period, period.Previous] : [period];

    public Finding Mark(Finding finding) => WhyWithheld(finding.Id) is { } reason ? finding with { Withheld = reason } : finding;

    public ComplianceReport Mark(ComplianceReport report, Standard standard) =>
        report with { Results = [.. report.Results.Select(result => MarkOne(result, standard, report.Period))] };

    private CriterionResult MarkOne(CriterionResult result, Standard standard, Period period) =>
        standard.FindCriterion(result.Criterion) is { } criterion
            && WhyWithheld(new ValueQuery(result.OrgUnit, criterion.Indicator.Code, period, criterion.Stage)) is { } reason
            ? result with { Withheld = reason }
            : result;

    private bool RestsOnSmallCount(IndicatorValue value)
    {
        if (catalogue.FindIndicator(value.Indicator) is not { } indicator)
            return false;
        var threshold = Groups.Behind(indicator, value.Period, value.Stage).Max(cell => Groups.Find(cell.Code)?.Threshold) ?? 0;
        return new[] { value.Value, value.Reported }.Where(_ => indicator.Formula is Formula.Sum)
            .Append(value.Numerator).Append(value.Denominator)
            .Any(count => count > 0 && count < threshold);
    }

    private static ValueQuery QueryOf(IndicatorValue value) => new(value.OrgUnit, value.Indicator, value.Period, value.Stage);

    private static string? PairedOf(Formula.Ratio ratio, string code) =>
        ratio.Numerator is [var above] && above == code ? ratio.PairedNumerator
        : ratio.Denominator is [var below] && below == code ? ratio.PairedDenominator
        : null;

    private MeasureKey CellOf(string code, Indicator indicator, Period period, SchoolStage? stage) =>
        catalogue.Normalise(new MeasureKey(code, period, indicator.StageFor(stage)));
}
