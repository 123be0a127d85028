namespace EduAnalytics.Benchmarks.Report;

internal static class Quantiles
{
    /// <summary>The smallest of the values that the given share of them does not exceed.</summary>
    public static double At(this IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)];
    }

    public static double Median(this IEnumerable<double> values) => values.At(0.5);
}
