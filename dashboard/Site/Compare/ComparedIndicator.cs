using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Figures;

namespace EduAnalytics.Dashboard.Compare;

/// <summary>One indicator of several units over the periods chosen. Plot, ranking, tiles and table are views of it.</summary>
/// <param name="Periods">From the oldest to the newest, gaps between whole years filled.</param>
/// <param name="Units">In the order asked for.</param>
/// <param name="HasSpans">There are periods of several lengths to choose from.</param>
/// <param name="Years">The first and last year with data, before the reader's choice; null where there is none.</param>
public sealed record ComparedIndicator(
    Indicator Indicator,
    SchoolStage? Stage,
    IReadOnlyList<string> Periods,
    IReadOnlyList<ComparedUnit> Units,
    IReadOnlyList<ComparisonWarning> Warnings,
    (int First, int Last)? Years,
    bool HasSpans)
{
    /// <summary>Of more units than these, what has a row or a tile for each is longer than a screen, and stands where that does no harm.</summary>
    public const int Many = 12;

    public bool IsMany => Units.Count > Many;

    /// <summary>The past moment as of which it was read; null for now.</summary>
    public PastMoment? AsOf { get; init; }

    /// <summary>The city's districts that are not among the units.</summary>
    public IReadOnlyList<OtherSeries> Others { get; init; } = [];

    /// <summary>
    /// The period to rank: the newest of the whole years that most units have a value for, since a year in which half of
    /// them are missing ranks nothing; without whole years the newest period; null without data.
    /// </summary>
    public string? Ranked => Periods.Where(PeriodText.IsWholeYear).Where(HasData).Reverse().MaxBy(Known)
        ?? Periods.LastOrDefault(HasData);

    /// <summary>The target of the newest period that has one: what the line across the plot stands for.</summary>
    public decimal? Target => Periods.Reverse()
        .Select(period => Units.Select(unit => unit.At(period).Target).FirstOrDefault(target => target is not null))
        .FirstOrDefault(target => target is not null);

    /// <param name="districts">Give a unit its place, and with it its colour, whatever else is shown; empty for none.</param>
    public static ComparedIndicator Of(
        CompareQuestion question, CompareAnswer answer, CompareView view, IReadOnlyList<OrgUnit> districts)
    {
        var places = districts.Select((district, place) => (district.Id, place)).ToDictionary(one => one.Id, one => one.place);
        var comparison = answer.Comparison;
        var shown = ShownPeriods.Of(comparison.Periods, view);
        var synthetic = comparison.Warnings
            .Where(warning => warning.Code == "SYNTHETIC").Select(warning => warning.OrgUnit?.Id).ToHashSet();
        var units = comparison.Series.Select(series => new ComparedUnit(
            series.OrgUnit,
            series.OrgUnit.Synthetic || synthetic.Contains(series.OrgUnit.Id),
            places.TryGetValue(series.OrgUnit.Id, out var place) ? place : null,
            [.. shown.Select(period => series.Points.FirstOrDefault(point => point.Period == period) ?? Reading.None(period))]));
        var years = comparison.Periods.Select(PeriodText.YearOf).OfType<int>().ToList();
        return new ComparedIndicator(
            question.Indicator,
            question.Stage,
            shown,
            [.. units],
            [.. comparison.Warnings.Where(warning => ShownPeriods.Concern(warning, shown))],
            years.Count == 0 ? null : (years.Min(), years.Max()),
            ShownPeriods.AreMixed(comparison.Periods))
        { AsOf = question.AsOf, Others = answer.Others?.Series ?? [] };
    }

    private bool HasData(string period) => Known(period) > 0;

    private int Known(string period) => Units.Count(unit => unit.At(period).Value is not null);
}

/// <summary>One unit in a comparison.</summary>
/// <param name="Synthetic">Its records are generated, wholly or in part.</param>
/// <param name="Readings">One a period of the comparison, in its order.</param>
/// <param name="Place">Its place among the city's districts; null for what is none.</param>
public sealed record ComparedUnit(OrgUnit OrgUnit, bool Synthetic, int? Place, IReadOnlyList<Reading> Readings)
{
    /// <summary>The newest reading that has a value, or has one that is withheld; null without any.</summary>
    public Reading? Latest => Readings.LastOrDefault(reading => reading.Value is not null || reading.Suppression is not null);

    public Reading At(string period) => Readings.FirstOrDefault(reading => reading.Period == period) ?? Reading.None(period);
}
