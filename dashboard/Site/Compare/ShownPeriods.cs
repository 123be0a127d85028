using System.Globalization;
using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Figures;

namespace EduAnalytics.Dashboard.Compare;

/// <summary>Which periods a comparison shows.</summary>
internal static class ShownPeriods
{
    /// <summary>
    /// The periods within the years chosen, and the calendar years missing between them: a year without data must show as a
    /// gap, or the line would run through it as if it were known.
    /// </summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> withData, CompareView view)
    {
        var within = OfSpan(withData, view.Span)
            .Where(period => IsWithin(PeriodText.YearOf(period), view.From, view.To)).ToList();
        var years = within.Where(period => period.Length == 4).Select(PeriodText.YearOf).OfType<int>().ToList();
        if (years.Count == 0)
            return within;
        var all = Enumerable.Range(years.Min(), years.Max() - years.Min() + 1)
            .Select(year => year.ToString(CultureInfo.InvariantCulture));
        // Ordinal order puts 2024 before 2024H1: the whole before its half, as the gateway does.
        return [.. within.Union(all).Order(StringComparer.Ordinal)];
    }

    /// <summary>Whether whole years and parts of years stand among them.</summary>
    public static bool AreMixed(IReadOnlyList<string> periods) =>
        periods.Select(PeriodText.IsWholeYear).Distinct().Count() > 1;

    /// <summary>
    /// Whether a warning still matters once the reader has narrowed the years. Unequal spans matter only while two kinds
    /// of period are in sight.
    /// </summary>
    public static bool Concern(ComparisonWarning warning, IReadOnlyList<string> shown) => warning.Code switch
    {
        "UNEQUAL_SPAN" => AreMixed(shown),
        _ => warning.Periods.Count == 0 || warning.Periods.Any(shown.Contains),
    };

    /// <summary>What has one length only is shown whatever the choice: it can mislead nobody.</summary>
    private static IEnumerable<string> OfSpan(IReadOnlyList<string> periods, PeriodSpan span) =>
        span == PeriodSpan.All || !AreMixed(periods)
            ? periods
            : periods.Where(period => PeriodText.IsWholeYear(period) == (span == PeriodSpan.Whole));

    private static bool IsWithin(int? year, int? from, int? to) =>
        year is null || ((from is null || year >= from) && (to is null || year <= to));
}
