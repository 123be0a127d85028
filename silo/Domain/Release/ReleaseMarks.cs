using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
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

    /// <summary>The counts behind an explanation, whosever contributions they are.</summary>
    public IEnumerable<MeasureKey> CellsOf(string indicator, Period period, SchoolStage? stage) =>
        catalogue.FindIndicator(indicator) is { } known
            ? known.Formula.Measures.Select(code => CellOf(code, known, period, stage)).Where(cell => Groups.Find(cell.Code) is not null)
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
        var query = new ValueQuery(value.OrgUnit, value.Indicator, value.Period, value.Stage);
        var withheld = WhyWithheld(query);
        var change = withheld ?? WhyWithheld(query with { Period = value.Period.Previous });
        return change is null ? value : value with { Withheld = withheld, WithheldChange = change };
    }

    public Explanation Mark(Explanation explanation, string indicator, Period period, SchoolStage? stage)
    {
        if (catalogue.FindIndicator(indicator) is not { } known)
            return explanation;
        return explanation with { Contributions = [.. explanation.Contributions.Select(MarkOne)] };

        Contribution MarkOne(Contribution part)
        {
            var cell = CellOf(part.Measure, known, period, stage);
            var hasRest = Groups.Find(cell.Code) is not null && known.Formula is Formula.Ratio ratio
                && PairedOf(ratio, cell.Code) is { } paired && book.HasRest(part.OrgUnit, cell, paired);
            return part with { Withheld = book.WhyWithheld(part.OrgUnit, [cell]) ?? (hasRest ? Suppression.Complementary : null) };
        }
    }

    public Finding Mark(Finding finding) => WhyWithheld(finding.Id) is { } reason ? finding with { Withheld = reason } : finding;

    public ComplianceReport Mark(ComplianceReport report, Standard standard) =>
        report with { Results = [.. report.Results.Select(result => MarkOne(result, standard, report.Period))] };

    private CriterionResult MarkOne(CriterionResult result, Standard standard, Period period) =>
        standard.FindCriterion(result.Criterion) is { } criterion
            && WhyWithheld(new ValueQuery(result.OrgUnit, criterion.Indicator.Code, period, criterion.Stage)) is { } reason
            ? result with { Withheld = reason }
            : result;

    private static string? PairedOf(Formula.Ratio ratio, string code) =>
        ratio.Numerator is [var above] && above == code ? ratio.PairedNumerator
        : ratio.Denominator is [var below] && below == code ? ratio.PairedDenominator
        : null;

    private MeasureKey CellOf(string code, Indicator indicator, Period period, SchoolStage? stage) =>
        catalogue.Normalise(new MeasureKey(code, period, indicator.StageFor(stage)));
}
