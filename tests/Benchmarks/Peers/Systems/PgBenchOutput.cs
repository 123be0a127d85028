using System.Globalization;
using System.Text.RegularExpressions;

namespace EduAnalytics.Benchmarks.Peers.Systems;

/// <summary>What pgbench prints at the end of a run.</summary>
internal static partial class PgBenchOutput
{
    /// <returns>Transactions a second; null where none finished, of which pgbench prints the count alone.</returns>
    /// <exception cref="InvalidOperationException">Some finished, and no rate stands there.</exception>
    public static double? RateOf(string told)
    {
        if (RatePattern().Match(told) is { Success: true } rate)
            return double.Parse(rate.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        return CountPattern().Match(told) is { Success: true, Groups: [_, { Value: "0" }, ..] }
            ? null
            : throw new InvalidOperationException($"pgbench told no rate:\n{told}");
    }

    [GeneratedRegex(@"tps = ([\d.]+) \(without")]
    private static partial Regex RatePattern();

    [GeneratedRegex(@"number of transactions actually processed: (\d+)")]
    private static partial Regex CountPattern();
}
