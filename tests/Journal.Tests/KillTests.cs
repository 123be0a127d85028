using System.Diagnostics;
using System.Globalization;

namespace EduAnalytics.Journal.Tests;

/// <summary>A process of its own appends and is killed without warning; what it was promised must be there.</summary>
public sealed class KillTests
{
    private const int Kills = 8;

    [Theory]
    [InlineData(230404)]
    [InlineData(20240522)]
    public async Task What_was_acknowledged_before_a_kill_is_there_exactly_once(int seed)
    {
        var moments = new Random(seed);
        await using var disk = new JournalOnDisk();
        await disk.CloseAsync();
        var acknowledged = new HashSet<string>();
        for (var kill = 0; kill < Kills; kill++)
        {
            acknowledged.UnionWith(await AppendUntilKilledAsync(disk.Directory.Path, moments.Next(1, 3000)));

            disk.Open();
            await AssertHoldsAsync(disk, acknowledged);
            await disk.CloseAsync();
        }
    }

    private static async Task<IReadOnlyList<string>> AppendUntilKilledAsync(string directory, int lines)
    {
        using var writer = Process.Start(new ProcessStartInfo
        {
            FileName = Path.Combine(AppContext.BaseDirectory, "EduAnalytics.Journal.Tests.Writer"),
            ArgumentList = { directory },
            RedirectStandardOutput = true,
        })!;
        var printed = new List<string>();
        while (await writer.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            // A line without its full stop was cut off by the kill.
            if (line.EndsWith('.'))
                printed.Add(line[..^1]);
            if (printed.Count == lines)
                writer.Kill();
        }
        await writer.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(printed.Count >= lines, $"the writer ended by itself after {printed.Count} of {lines} entries");
        return printed;
    }

    private static async Task AssertHoldsAsync(JournalOnDisk disk, HashSet<string> acknowledged)
    {
        var found = new List<string>();
        foreach (var orgUnit in acknowledged.Select(name => name.Split('/')[0]).Distinct())
        {
            var entries = await disk.ReplayAsync(orgUnit);
            Assert.Equal(Enumerable.Range(1, entries.Count).Select(n => (long)n), entries.Select(entry => entry.Sequence));
            found.AddRange(entries.Select(entry => string.Create(CultureInfo.InvariantCulture, $"{orgUnit}/{entry.Sequence}")));
        }
        Assert.Empty(acknowledged.Except(found));
        Assert.Equal(found.Count, found.Distinct().Count());
    }
}
