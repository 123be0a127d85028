using System.Collections.Immutable;
using System.Globalization;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Gateway.Queries;

/// <summary>Something in a comparison that is not like for like.</summary>
public sealed record ComparisonWarning(
    string Code, string Message, OrgUnit? OrgUnit, Indicator? Indicator, ImmutableArray<Period> Periods)
{
    /// <summary>Periods that are like for like, longest span first; to be asked for instead. Empty where there is no choice.</summary>
    public ImmutableArray<ImmutableArray<Period>> Offers { get; init; } = [];
}

/// <summary>Finds what a reader of a comparison must be told before believing a difference.</summary>
internal static class ComparisonWarnings
{
    /// <summary>Below so many students one of them moves a rate by three points or more.</summary>
    private const decimal SmallCount = 30;

    public static ImmutableArray<ComparisonWarning> Of(
        ImmutableArray<ComparisonSeries> series, ImmutableArray<Period> periods, OrgUnitTree tree) =>
    [
        .. Silent(series, periods),
        .. UnequalSpans(series, periods),
        .. DefinitionChanges(series, periods),
        .. Synthetic(series, tree, periods),
        .. series.SelectMany(one => CoverageChanges(one).Concat(SmallCounts(one))),
    ];

    private static IEnumerable<ComparisonWarning> Silent(ImmutableArray<ComparisonSeries> series, ImmutableArray<Period> periods) =>
        series.GroupBy(one => one.OrgUnit.Id)
            .Select(of => (Unit: of.First().OrgUnit, By: of.SelectMany(one => one.Points).Select(point => point.Shown.AnsweredBy).DefaultIfEmpty().Max()))
            .Where(of => of.By != AnsweredBy.Unit)
            .Select(of => new ComparisonWarning(
                "UNIT_SILENT",
                of.By == AnsweredBy.Nobody
                    ? $"{of.Unit.Id} did not answer in time: its values are not known. Ask again."
                    : $"{of.Unit.Id} did not answer in time: its values are those that {of.Unit.Parent} had of it last.",
                of.Unit,
                null,
                periods));

    private static IEnumerable<ComparisonWarning> UnequalSpans(ImmutableArray<ComparisonSeries> series, ImmutableArray<Period> periods)
    {
        if (periods.Select(SpanOf).Distinct().Count() < 2)
            yield break;
        var kinds = periods.GroupBy(SpanOf).OrderBy(kind => kind.Key).ToList();
        var offers = kinds.Where(kind => kind.Count() > 1).Select(kind => kind.ToImmutableArray()).ToImmutableArray();
        var alone = kinds.Where(kind => kind.Count() == 1).Select(kind => kind.Single()).ToList();
        var advice = string.Concat(
            offers.Select(offer => $" Compare {offer[0]} to {offer[^1]} with one another.")
                .Concat(alone.Select(period => $" {period} has nothing of its kind beside it.")));
        foreach (var indicator in series.Select(one => one.Indicator).DistinctBy(indicator => indicator.Code))
        {
            yield return new ComparisonWarning(
                "UNEQUAL_SPAN", $"{string.Join(", ", periods)} are no periods of one kind.{advice}", null, indicator, periods)
            { Offers = offers };
        }
    }

    /// <summary>The first half of a year is like the first half of another, and not like the second.</summary>
    private static (PeriodType Type, int Half) SpanOf(Period period) =>
        (period.Type, period.Type == PeriodType.HalfYear ? period.Start.Month : 0);

    private static IEnumerable<ComparisonWarning> DefinitionChanges(ImmutableArray<ComparisonSeries> series, ImmutableArray<Period> periods) =>
        series.Select(one => one.Indicator).DistinctBy(indicator => indicator.Code)
            .Where(indicator => indicator.Version.ChangedAmong(periods))
            .Select(indicator => new ComparisonWarning(
                "DEFINITION_CHANGED",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{indicator.Code} is defined as now from {indicator.Version.From:yyyy-MM-dd} on; what was stated of earlier periods was counted otherwise."),
                null,
                indicator,
                [.. periods.Where(period => period.End < indicator.Version.From)]));

    private static IEnumerable<ComparisonWarning> Synthetic(
        ImmutableArray<ComparisonSeries> series, OrgUnitTree tree, ImmutableArray<Period> periods) =>
        series.Select(one => one.OrgUnit).DistinctBy(unit => unit.Id)
            .Where(unit => tree.ContainsSynthetic(unit.Id))
            .Select(unit => new ComparisonWarning(
                "SYNTHETIC", $"The records of {unit.Id} are generated for demonstration, wholly or in part.", unit, null, periods));

    private static IEnumerable<ComparisonWarning> CoverageChanges(ComparisonSeries series)
    {
        var known = series.Points.Select(point => point.Shown).Where(point => point.Value is not null).ToList();
        var changed = known.Zip(known.Skip(1))
            .Where(pair => pair.First.ReportedUnits != pair.Second.ReportedUnits)
            .Select(pair => pair.Second.Period)
            .ToImmutableArray();
        if (!changed.IsEmpty)
        {
            yield return new ComparisonWarning(
                "COVERAGE_CHANGED",
                $"The number of units behind {series.Indicator.Code} at {series.OrgUnit.Id} changed in {string.Join(", ", changed)}.",
                series.OrgUnit,
                series.Indicator,
                changed);
        }
    }

    private static IEnumerable<ComparisonWarning> SmallCounts(ComparisonSeries series)
    {
        var small = series.Points
            .Select(point => point.Shown)
            .Where(point => series.Indicator.Formula is Formula.Ratio { Scale: > 1 } && point.Denominator is > 0 and < SmallCount)
            .Select(point => point.Period)
            .ToImmutableArray();
        if (!small.IsEmpty)
        {
            yield return new ComparisonWarning(
                "SMALL_COUNT",
                $"{series.Indicator.Code} at {series.OrgUnit.Id} rests on fewer than {SmallCount} in {string.Join(", ", small)}: one more or less moves it by points.",
                series.OrgUnit,
                series.Indicator,
                small);
        }
    }
}
