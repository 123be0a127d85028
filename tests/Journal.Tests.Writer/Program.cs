// Appends to the journal in the directory given, for several org units at once and without end, and prints a line for
// each entry that was acknowledged. The tests kill it at some moment and look for what it printed.
using System.Globalization;
using System.Text;
using EduAnalytics.Journal;
using EduAnalytics.Journal.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

const int orgUnits = 16;
using var directory = JournalDirectory.Lock(args[0]).OrThrow();
await using var journal = SqliteJournal.Open(
    directory, new JournalOptions(), TimeProvider.System, NullLogger<IJournal>.Instance);
var codes = Enumerable.Range(1, orgUnits).Select(n => string.Create(CultureInfo.InvariantCulture, $"230404-s{n:00}"));
var rows = await journal.ReadRowsAsync([.. codes], CancellationToken.None);
await Task.WhenAll(rows.Select(row => AppendWithoutEnd(row.OrgUnit, row.Head)));

async Task AppendWithoutEnd(string orgUnit, long head)
{
    for (var sequence = head + 1; ; sequence++)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{orgUnit}/{sequence}");
        var payload = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(name + ";", 200)));
        var entry = new JournalEntry(orgUnit, sequence, name, name, "test", TimeProvider.System.GetUtcNow(), payload);
        if (await journal.AppendAsync(entry, CancellationToken.None) is not AppendOutcome.Appended)
            throw new InvalidOperationException($"{name} was refused.");
        // The full stop tells a whole line from one that the kill cut off.
        Console.WriteLine(name + ".");
    }
}
