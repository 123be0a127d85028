using System.Diagnostics;
using System.Text;
using EduAnalytics.Journal;

namespace EduAnalytics.Benchmarks.Journal;

/// <summary>Entries of one size for many org units, as schools send them: each waits for its last before its next.</summary>
/// <param name="Name">For the table.</param>
/// <param name="OrgUnits">How many send at once.</param>
/// <param name="EntriesEach">How many each sends.</param>
/// <param name="PayloadBytes">Of one entry.</param>
internal sealed record Workload(string Name, int OrgUnits, int EntriesEach, int PayloadBytes)
{
    private static readonly DateTimeOffset acceptedAt = new(2024, 9, 1, 8, 0, 0, TimeSpan.FromHours(8));

    public int Entries => OrgUnits * EntriesEach;

    /// <summary>The entries in the order in which they would meet in a group: one of each org unit, then the next of each.</summary>
    public IReadOnlyList<JournalEntry> InOrder() =>
        [.. Enumerable.Range(1, EntriesEach).SelectMany(sequence => Enumerable.Range(0, OrgUnits).Select(unit => Entry(unit, sequence)))];

    /// <summary>Entries a second, from the first call until all are acknowledged.</summary>
    public async Task<double> Append(IJournal journal)
    {
        var entries = Enumerable.Range(0, OrgUnits)
            .Select(unit => Enumerable.Range(1, EntriesEach).Select(sequence => Entry(unit, sequence)).ToArray()).ToArray();
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(entries.Select(unit => Task.Run(() => AppendAll(journal, unit))));
        return Entries / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task AppendAll(IJournal journal, JournalEntry[] entries)
    {
        foreach (var entry in entries)
            if (await journal.AppendAsync(entry, CancellationToken.None) is not AppendOutcome.Appended)
                throw new InvalidOperationException($"{entry.OrgUnit}/{entry.Sequence} was refused.");
    }

    private JournalEntry Entry(int unit, int sequence)
    {
        var id = $"{unit:0000}-{sequence:000000}-{Scattered(unit, sequence):x8}";
        return new JournalEntry($"230404-school-{unit:0000}", sequence, id, new string('a', 64), "EnrolmentRecorded", acceptedAt, Payload(id));
    }

    /// <summary>Like the JSON of events: a repeated pattern with something new in each line.</summary>
    private byte[] Payload(string id)
    {
        var line = $$"""{"student":"{{id}}","kind":"Enrolled","date":"2024-09-01","grade":1},""";
        return Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(line, 1 + PayloadBytes / line.Length)))[..PayloadBytes];
    }

    // Spread, so that ids do not arrive in the index's order; the same in each run.
    private static uint Scattered(int unit, int sequence) => unchecked((uint)((unit * 73_856_093) ^ (sequence * 19_349_663)));
}
