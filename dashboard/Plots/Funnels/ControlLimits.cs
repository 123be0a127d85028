using MathNet.Numerics.Distributions;

namespace EduAnalytics.Plots.Funnels;

internal enum FunnelPlace { Within, Between, Outside }

/// <summary>The exact control limits of a funnel plot.</summary>
/// <remarks>
/// After D. J. Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in Medicine 24 (2005),
/// 1185–1202, appendix A.1. Let R be the count of a unit of size n whose true rate is the common one, and r the smallest
/// count with P(R ≤ r) ≥ p. Counts are whole and the limit shall not jump, so it is moved back from r by the share of
/// P(R = r) that is too much: y = (r − (P(R ≤ r) − p) / P(R = r)) / n.
/// </remarks>
internal static class ControlLimits
{
    /// <summary>The tail beyond the inner limits on each side: 95 % lie between them.</summary>
    public const double Inner = 0.025;

    /// <summary>The tail beyond the outer limits on each side: 99.8 % lie between them.</summary>
    public const double Outer = 0.001;

    /// <summary>Both limits for a unit of such a size, in the plot's unit.</summary>
    public static (double Low, double High) At(FunnelSpec spec, double size, double tail)
    {
        var (n, rate, scale) = ((int)Math.Max(1, Math.Round(size)), spec.Centre ?? 0, (double)spec.Scale);
        return (Quantile(spec.Model, n, rate, tail) * scale, Quantile(spec.Model, n, rate, 1 - tail) * scale);
    }

    /// <remarks>The limit itself is within: whoever has just so many is not told to be unusual.</remarks>
    public static FunnelPlace PlaceOf(FunnelSpec spec, FunnelPoint point)
    {
        var rate = (double)spec.RateOf(point);
        return IsOutside(Outer) ? FunnelPlace.Outside : IsOutside(Inner) ? FunnelPlace.Between : FunnelPlace.Within;

        bool IsOutside(double tail)
        {
            var (low, high) = At(spec, (double)point.Denominator, tail);
            return rate < low || rate > high;
        }
    }

    /// <summary>The limit as a share, between counts.</summary>
    internal static double Quantile(FunnelModel model, int n, double rate, double p)
    {
        if (rate <= 0 || (model == FunnelModel.Binomial && rate >= 1))
            return rate;
        var r = Smallest(model, n, rate, p);
        var upTo = Cumulative(model, n, rate, r);
        var below = r == 0 ? 0 : Cumulative(model, n, rate, r - 1);
        var back = upTo > below ? (upTo - p) / (upTo - below) : 0;
        return Math.Max(0, r - back) / n;
    }

    /// <summary>By halving: the cumulative probability only rises.</summary>
    private static int Smallest(FunnelModel model, int n, double rate, double p)
    {
        var (low, high) = (0, model == FunnelModel.Binomial ? n : Enough(n * rate));
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (Cumulative(model, n, rate, middle) >= p)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }

    private static double Cumulative(FunnelModel model, int n, double rate, int r) => model == FunnelModel.Binomial
        ? r >= n ? 1 : Binomial.CDF(rate, n, r)
        : Poisson.CDF(n * rate, r);

    /// <summary>Ten standard deviations above the mean, and some for the very small means.</summary>
    private static int Enough(double mean) => (int)Math.Ceiling(mean + 10 * Math.Sqrt(mean) + 20);
}
