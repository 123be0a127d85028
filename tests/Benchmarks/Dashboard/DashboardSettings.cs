using System.Globalization;

namespace EduAnalytics.Benchmarks.Dashboard;

/// <param name="Rounds">How often each thing is done, after a round that warms up.</param>
/// <param name="Part">The one part to measure; null for all.</param>
/// <param name="Data">Where the city is kept for the next run, which starts sooner then; null to keep nothing.</param>
internal sealed record DashboardSettings(int Rounds, string? Part, string? Data)
{
    public static string Usage => $"./edu bench dashboard [--rounds N] [--part {string.Join('|', DashboardBenchmark.Parts.Keys)}] [--data DIR]";

    /// <summary>Null where an option is wrong.</summary>
    public static DashboardSettings? Parse(IReadOnlyList<string> arguments)
    {
        var settings = new DashboardSettings(15, null, null);
        for (var i = 0; i < arguments.Count; i += 2)
        {
            var given = i + 1 < arguments.Count ? arguments[i + 1] : "";
            var next = arguments[i] switch
            {
                "--rounds" when int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) && rounds > 0 =>
                    settings with { Rounds = rounds },
                "--part" when DashboardBenchmark.Parts.ContainsKey(given) => settings with { Part = given },
                "--data" when given.Length > 0 => settings with { Data = given },
                _ => null,
            };
            if (next is null)
                return null;
            settings = next;
        }

        return settings;
    }
}
