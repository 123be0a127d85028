using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace EduAnalytics.Benchmarks.Gateway;

/// <param name="PerSecond">Requests a second.</param>
/// <param name="MedianMs">Median latency in milliseconds; NaN where nothing was answered.</param>
/// <param name="P99Ms">99th percentile of the latency in milliseconds; NaN where nothing was answered.</param>
/// <param name="Requests">Requests answered.</param>
internal readonly record struct Load(double PerSecond, double MedianMs, double P99Ms, long Requests)
{
    /// <summary>The window passed without an answer: so many a second is known, how long one takes is not.</summary>
    public static Load Unanswered => new(0, double.NaN, double.NaN, 0);
}

/// <summary>The load generator wrk, a process of its own in C: what it takes from the two cores is little.</summary>
internal static partial class Wrk
{
    /// <summary>As many as the benchmarks have where they say nothing else.</summary>
    public const int Connections = 16;

    /// <summary>An answer may take longer than wrk waits by itself: it is slow then, and no failure.</summary>
    private const string Patience = "60s";

    /// <param name="script">A Lua file that makes the requests; null for plain GETs.</param>
    /// <exception cref="InvalidOperationException">wrk is missing, or a request was not answered with success.</exception>
    public static async Task<Load> Run(Uri address, string? script, int seconds, int connections = Connections)
    {
        var start = new ProcessStartInfo("wrk")
        {
            RedirectStandardOutput = true,
            ArgumentList = { "-t1", $"-c{connections}", $"-d{seconds}s", "--timeout", Patience, "--latency" },
        };
        if (script is not null)
        {
            start.ArgumentList.Add("-s");
            start.ArgumentList.Add(script);
        }

        start.ArgumentList.Add(address.ToString());
        using var process = Process.Start(start) ?? throw new InvalidOperationException("wrk did not start.");
        var told = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0 || told.Contains("Non-2xx", StringComparison.Ordinal) || told.Contains("Socket errors", StringComparison.Ordinal))
            throw new InvalidOperationException($"The load failed:\n{told}");
        return new Load(
            Rate(told), Latency(told, "50"), Latency(told, "99"), long.Parse(CountPattern().Match(told).Groups[1].ValueSpan, CultureInfo.InvariantCulture));
    }

    private static double Rate(string told) =>
        double.Parse(RatePattern().Match(told).Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    private static double Latency(string told, string percentile)
    {
        var match = LatencyPattern().Matches(told).First(match => match.Groups[1].Value == percentile);
        var value = double.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
        return match.Groups[3].Value switch { "us" => value / 1_000, "ms" => value, _ => value * 1_000 };
    }

    [GeneratedRegex(@"(\d+) requests in")]
    private static partial Regex CountPattern();

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex RatePattern();

    [GeneratedRegex(@"(\d+)%\s+([\d.]+)(us|ms|s)")]
    private static partial Regex LatencyPattern();
}
