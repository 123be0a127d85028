namespace EduAnalytics.Domain.Findings.Peers;

/// <summary>
/// Which values stand far from their peers: each is held against the median of the others, in units of the others' median
/// absolute deviation. A score by mean and standard deviation that contains the value cannot exceed √(n−1) and finds
/// nothing among a few; this one never contains the value it judges.
/// </summary>
/// <param name="Score">The bound of the modified z-score; 2 or more.</param>
/// <param name="LeastDifference">Above 0. Where the others agree to a hair any difference would be far; less than this never is.</param>
internal readonly record struct PeerSpread(double Score, double LeastDifference)
{
    /// <summary>Makes the median absolute deviation comparable with a standard deviation of normal values.</summary>
    private const double Normal = 0.6745;

    /// <summary>
    /// How many values at either end are far, with the median of the others there. All values of one half have the same
    /// others' median, and all that can be far the same others' deviation, so one pass a half judges every value.
    /// </summary>
    /// <param name="sorted">Ascending; at least two.</param>
    public FarEnds Find(ReadOnlySpan<double> sorted)
    {
        var half = sorted.Length / 2;
        var (lowMedian, highMedian) = (MedianOf(sorted[1..]), MedianOf(sorted[..^1]));
        var (lowDeviation, highDeviation) = (DeviationFrom(lowMedian, sorted), DeviationFrom(highMedian, sorted));
        var (low, high) = (0, 0);
        while (low < half && IsFar(lowMedian - sorted[low], lowDeviation))
            low++;
        while (high < half && IsFar(sorted[^(high + 1)] - highMedian, highDeviation))
            high++;
        return new FarEnds(low, new Usual(lowMedian, lowDeviation), high, new Usual(highMedian, highDeviation));
    }

    private bool IsFar(double difference, double deviation) =>
        difference >= LeastDifference && Normal * difference > Score * deviation;

    /// <summary>The median deviation without the greatest one: what can be far deviates more than half of the others do.</summary>
    private static double DeviationFrom(double median, ReadOnlySpan<double> sorted)
    {
        Span<double> deviations = sorted.Length <= 512 ? stackalloc double[sorted.Length] : new double[sorted.Length];
        var (left, right) = (0, sorted.Length - 1);

        // The greatest deviations stand at the ends: filling from the top merges both ends inwards.
        for (var at = sorted.Length - 1; at >= 0; at--)
            deviations[at] = median - sorted[left] >= sorted[right] - median ? Math.Abs(median - sorted[left++]) : Math.Abs(sorted[right--] - median);
        return MedianOf(deviations[..^1]);
    }

    private static double MedianOf(ReadOnlySpan<double> sorted)
    {
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

/// <summary>What stands far at the ends of a sorted row of values, and what is usual among the others there.</summary>
internal readonly record struct FarEnds(int Low, Usual AtLow, int High, Usual AtHigh);

/// <summary>The others' median, and the median of their distances from it.</summary>
internal readonly record struct Usual(double Median, double Deviation);
