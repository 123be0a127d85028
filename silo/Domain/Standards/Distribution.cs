using System.Collections.Immutable;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Domain.Standards;

/// <summary>How the schools of one stage spread around an indicator.</summary>
/// <remarks>
/// Mean, deviation and coefficient weigh each school by its denominator, as the standards do, so that the mean is the
/// district's own ratio; where a school's denominator is unknown, all weigh alike. Quartiles count every school once and
/// lie between neighbours by linear interpolation (type 7 of Hyndman and Fan, the usual one of spreadsheets).
/// </remarks>
public sealed record Distribution
{
    /// <summary>Every school of the stage, those without a value included.</summary>
    public required ImmutableArray<SchoolValue> Schools { get; init; }

    /// <summary>Schools with a value.</summary>
    public required int Count { get; init; }

    public decimal? Mean { get; init; }

    public decimal? StandardDeviation { get; init; }

    /// <summary>Null over fewer than two schools, or around a mean of zero.</summary>
    public decimal? CoefficientOfVariation { get; init; }

    public decimal? Minimum { get; init; }

    public decimal? LowerQuartile { get; init; }

    public decimal? Median { get; init; }

    public decimal? UpperQuartile { get; init; }

    public decimal? Maximum { get; init; }

    public static Distribution Of(ImmutableArray<SchoolValue> schools)
    {
        var known = schools.Where(school => school.Value is not null).ToList();
        if (known.Count == 0)
            return new Distribution { Schools = schools, Count = 0 };
        var sorted = known.Select(school => school.Value!.Value).Order().ToList();
        var (mean, deviation) = MeanAndDeviation(known);
        return new Distribution
        {
            Schools = schools,
            Count = known.Count,
            Mean = mean,
            StandardDeviation = known.Count < 2 ? null : deviation,
            CoefficientOfVariation = known.Count < 2 || mean == 0 ? null : deviation / mean,
            Minimum = sorted[0],
            LowerQuartile = QuantileOf(sorted, 0.25m),
            Median = QuantileOf(sorted, 0.5m),
            UpperQuartile = QuantileOf(sorted, 0.75m),
            Maximum = sorted[^1],
        };
    }

    private static (decimal Mean, decimal Deviation) MeanAndDeviation(List<SchoolValue> known)
    {
        var weighted = known.All(school => school.Weight > 0);
        decimal WeightOf(SchoolValue school) => weighted ? school.Weight!.Value : 1;
        var total = known.Sum(WeightOf);
        var mean = known.Sum(school => WeightOf(school) * school.Value!.Value) / total;
        var variance = known.Sum(school => WeightOf(school) * (school.Value!.Value - mean) * (school.Value.Value - mean)) / total;
        return (mean, (decimal)Math.Sqrt((double)variance));
    }

    private static decimal QuantileOf(List<decimal> sorted, decimal share)
    {
        var position = share * (sorted.Count - 1);
        var below = (int)decimal.Floor(position);
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }
}

/// <param name="Value">Before rounding; null where the school has none.</param>
/// <param name="Weight">The denominator behind it; null where it is unknown.</param>
public sealed record SchoolValue(OrgUnitId School, decimal? Value, decimal? Weight);
