using System.Numerics;
using CsCheck;
using EduAnalytics.Plots.Funnels;

namespace EduAnalytics.Plots.Tests.Funnels;

public class ControlLimitTests
{
    /// <summary>Summed by hand: of Bin(100; 0.1), P(R ≤ 15) = 0.9601 and P(R ≤ 16) = 0.9794, so the limit lies between 15 and 16.</summary>
    [Fact]
    public void A_limit_lies_between_the_two_counts_around_it()
    {
        var limit = ControlLimits.Quantile(FunnelModel.Binomial, 100, 0.1, 0.975);

        Assert.Equal((16 - (0.97940 - 0.975) / (0.97940 - 0.96011)) / 100, limit, 4);
    }

    [Fact]
    public void Binomial_limits_agree_with_exact_fractions() =>
        Gen.Select(Gen.Int[1, 60], Gen.Int[1, 19], Gen.Int[1, 999]).Sample((n, twentieths, thousandths) =>
        {
            var (rate, p) = (new BigInteger(twentieths), new BigInteger(thousandths));

            Assert.Equal(
                Exactly(n, rate, p), ControlLimits.Quantile(FunnelModel.Binomial, n, twentieths / 20.0, thousandths / 1000.0), 6);
        });

    [Theory]
    [InlineData(FunnelModel.Binomial)]
    [InlineData(FunnelModel.Poisson)]
    public void Limits_close_in_on_the_common_rate_as_units_grow(FunnelModel model)
    {
        var widths = new[] { 50, 500, 5_000, 50_000, 500_000 }.Select(n =>
            ControlLimits.Quantile(model, n, 0.02, 0.999) - ControlLimits.Quantile(model, n, 0.02, 0.001)).ToList();

        Assert.Equal(widths.OrderDescending(), widths);
        // Of half a million the normal law tells the width: 2 × 3.0902 standard deviations.
        Assert.Equal(2 * 3.0902 * Math.Sqrt(0.02 * (model == FunnelModel.Binomial ? 0.98 : 1) / 500_000), widths[^1], 5);
    }

    [Fact]
    public void A_poisson_limit_agrees_with_its_sum()
    {
        var terms = Enumerable.Range(0, 40).Select(r => Math.Exp(-5) * Math.Pow(5, r) / Enumerable.Range(1, r).Aggregate(1.0, (product, k) => product * k)).ToList();
        var r = Enumerable.Range(0, 40).First(count => terms.Take(count + 1).Sum() >= 0.975);
        var expected = (r - (terms.Take(r + 1).Sum() - 0.975) / terms[r]) / 1000;

        Assert.Equal(expected, ControlLimits.Quantile(FunnelModel.Poisson, 1000, 0.005, 0.975), 10);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Where_all_are_alike_the_limits_are_the_rate(double rate) =>
        Assert.Equal(rate, ControlLimits.Quantile(FunnelModel.Binomial, 30, rate, 0.999));

    /// <summary>The definition in whole numbers: rates in twentieths, probabilities in thousandths.</summary>
    private static double Exactly(int n, BigInteger rate, BigInteger p)
    {
        var whole = BigInteger.Pow(20, n);
        var (upTo, choose) = (BigInteger.Zero, BigInteger.One);
        for (var r = 0; ; r++)
        {
            var term = choose * BigInteger.Pow(rate, r) * BigInteger.Pow(20 - rate, n - r);
            upTo += term;
            if (upTo * 1000 >= p * whole)
            {
                var back = Math.Exp(BigInteger.Log(BigInteger.Max(1, upTo * 1000 - p * whole)) - BigInteger.Log(term * 1000));
                return Math.Max(0, r - (upTo * 1000 == p * whole ? 0 : back)) / n;
            }

            choose = choose * (n - r) / (r + 1);
        }
    }
}
