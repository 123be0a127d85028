using System.Globalization;
using EduAnalytics.Journal;
using EduAnalytics.Testing.Postgres;

namespace EduAnalytics.Benchmarks.Journal;

/// <summary>
/// Appends to the journal beside the database's own bulk insert of the same rows, in turns, so that both meet the same disk
/// and the same neighbours. What is told is the median of the rounds and of their ratios.
/// </summary>
internal static class JournalBenchmark
{
    private const int Rounds = 5;

    /// <summary>Events that a payload of the larger size holds; what a second brings is told in events too.</summary>
    private const int EventsInLarge = 500;

    private static readonly Workload[] workloads =
    [
        new("one event an entry (100 B)", OrgUnits: 512, EntriesEach: 60, PayloadBytes: 100),
        new("500 events an entry (45 kB)", OrgUnits: 64, EntriesEach: 20, PayloadBytes: 45_000),
    ];

    public static async Task Run(TextWriter output)
    {
        await using var server = PostgresServer.IsInstalled ? await PostgresServer.StartNew() : null;
        IBenchedStore[] stores = server is null ? [new BenchedSqlite()] : [new BenchedSqlite(), new BenchedPostgres(server)];
        if (server is null)
            await output.WriteLineAsync("No PostgreSQL server is installed (Debian: postgresql); SQLite alone is measured.");
        await output.WriteLineAsync($"{"store",-12}{"entries",-30}{"bare bulk insert/s",20}{"journal/s",14}{"events/s",14}{"of bare",10}");
        foreach (var store in stores)
            foreach (var workload in workloads)
                await output.WriteLineAsync(await Measure(store, workload));
    }

    /// <summary>As many rows as the journal's writer puts into one commit at most.</summary>
    public static IEnumerable<IReadOnlyList<JournalEntry>> Groups(IReadOnlyList<JournalEntry> entries) =>
        entries.Chunk(Math.Min(1024, (8 << 20) / entries[0].Payload.Length));

    private static async Task<string> Measure(IBenchedStore store, Workload workload)
    {
        var entries = workload.InOrder();
        var rounds = new List<(double Bare, double Journal)>();

        // One more at the beginning, which warms up and does not count.
        for (var round = 0; round <= Rounds; round++)
            rounds.Add((await store.InsertBare(entries), await store.WithJournal(workload.Append)));
        rounds.RemoveAt(0);
        var journal = Median(rounds.Select(round => round.Journal));
        var events = journal * (workload.PayloadBytes > 1000 ? EventsInLarge : 1);
        return string.Create(CultureInfo.InvariantCulture,
            $"{store.Name,-12}{workload.Name,-30}{Median(rounds.Select(round => round.Bare)),20:N0}{journal,14:N0}{events,14:N0}{Median(rounds.Select(round => round.Journal / round.Bare)),10:P0}");
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
}
