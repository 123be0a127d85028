using System.Globalization;
using EduAnalytics.Benchmarks.Dashboard.Live;
using EduAnalytics.EndToEnd;
using Microsoft.Playwright;

namespace EduAnalytics.Benchmarks.Dashboard;

/// <summary>
/// What a reader waits for, in a real Chromium before a system in a process of its own with a city of 400 schools, eight
/// districts and six years.
/// </summary>
internal static class DashboardBenchmark
{
    /// <summary>What can be measured, by name.</summary>
    public static IReadOnlyDictionary<string, Part> Parts { get; } = new Dictionary<string, Part>
    {
        ["report"] = new(ReportPart.Run, AsksForSignIn: false),
        ["live"] = new(LivePart.Run, AsksForSignIn: true),
    };

    public static async Task Run(DashboardSettings settings)
    {
        var directory = Directory.CreateTempSubdirectory("edu-bench-").FullName;
        try
        {
            var (samples, data) = (Path.Combine(directory, "samples"), settings.Data ?? Path.Combine(directory, "data"));
            ManySchools.Write(samples);
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await Chromium.Launch(playwright);
            foreach (var (name, part) in Parts.Where(part => settings.Part is null || settings.Part == part.Key))
            {
                await using var system = await BenchedSystem.Start(data, samples, part.AsksForSignIn);
                Say($"`--part {name}`:\n");
                await part.Run(system, browser, settings);
            }
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    public static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    /// <summary>A row of a table with the median and the 95th percentile of what was measured, in milliseconds.</summary>
    public static void Row(string what, IReadOnlyCollection<double> measured)
    {
        var sorted = measured.Order().ToList();
        Say($"| {what} | {At(sorted, 0.5):0} ms | {At(sorted, 0.95):0} ms |");
    }

    /// <summary>The smallest value that so large a share does not exceed.</summary>
    public static double At(IReadOnlyList<double> sorted, double share) => sorted[(int)Math.Ceiling(share * sorted.Count) - 1];

    /// <param name="Run">Measures and says what it measured.</param>
    /// <param name="AsksForSignIn">Whether the system of this part asks for a sign-in.</param>
    internal sealed record Part(Func<BenchedSystem, IBrowser, DashboardSettings, Task> Run, bool AsksForSignIn);
}
