using System.Globalization;
using EduAnalytics.EndToEnd;
using EduAnalytics.Testing;
using Microsoft.Playwright;

namespace EduAnalytics.Benchmarks.Dashboard;

/// <summary>
/// What a reader waits for, in a real Chromium before a system in a process of its own with a city of 400 schools, eight
/// districts and six years.
/// </summary>
internal static class DashboardBenchmark
{
    /// <summary>What can be measured, by name: each gets the running system and the browser.</summary>
    public static IReadOnlyDictionary<string, Func<RunningSystem, IBrowser, DashboardSettings, Task>> Parts { get; } =
        new Dictionary<string, Func<RunningSystem, IBrowser, DashboardSettings, Task>>
        {
            ["report"] = ReportPart.Run,
            ["live"] = LiveViewers.Run,
        };

    public static async Task Run(DashboardSettings settings)
    {
        var directory = Directory.CreateTempSubdirectory("edu-bench-").FullName;
        try
        {
            var samples = Path.Combine(directory, "samples");
            ManySchools.Write(samples);
            await using var system = await RunningSystem.Start(Path.Combine(directory, "data"), "--samples", samples);
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await Chromium.Launch(playwright);
            foreach (var (name, part) in Parts.Where(part => settings.Part is null || settings.Part == part.Key))
            {
                Say($"{name}:");
                await part(system, browser, settings);
            }
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    public static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    /// <summary>A line with the median and the 95th percentile of what was measured, in milliseconds.</summary>
    public static void Row(string what, IReadOnlyCollection<double> measured)
    {
        var sorted = measured.Order().ToList();
        Say($"  {what,-46} {At(0.5),8:0} ms   p95 {At(0.95),6:0} ms");

        double At(double share) => sorted[(int)Math.Ceiling(share * sorted.Count) - 1];
    }
}
