using System.Globalization;
using System.Text.RegularExpressions;

namespace EduAnalytics.Testing;

/// <summary>What <c>edu cluster</c> says of its processes: <c>silo1 process 4711, …</c> and <c>silo1 is ready</c>.</summary>
internal static partial class ClusterProcesses
{
    public static bool SaysReady(string line, string name) =>
        line.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var speaker, "is ready"] && speaker == name;

    /// <summary>The process that runs under a name now, or ran last.</summary>
    public static int NewestOf(string name, string output) =>
        int.Parse(Starts().Matches(output).Last(start => start.Groups["name"].Value == name).Groups["id"].Value, CultureInfo.InvariantCulture);

    /// <summary>All that were started, also those that have ended.</summary>
    public static IReadOnlyList<int> StartedIn(string output) =>
        [.. Starts().Matches(output).Select(start => int.Parse(start.Groups["id"].Value, CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"^(?<name>\w+) +process (?<id>\d+)", RegexOptions.Multiline)]
    private static partial Regex Starts();
}
