using System.Text;
using EduAnalytics.Journal.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace EduAnalytics.Journal.Tests;

/// <summary>A journal in a directory of its own, which goes with it. It can be closed and opened again.</summary>
internal sealed class JournalOnDisk : IAsyncDisposable
{
    private readonly Func<string>? _writerSettings;
    private JournalDirectory? _held;
    private SqliteJournal? _journal;

    /// <param name="writerSettings">SQLite settings for each new writing connection.</param>
    public JournalOnDisk(Func<string>? writerSettings = null)
    {
        _writerSettings = writerSettings;
        Open();
    }

    public TemporaryDirectory Directory { get; } = new();

    public SqliteJournal Journal => _journal ?? throw new InvalidOperationException("The journal is closed.");

    public string File => Path.Combine(Directory.Path, "journal.db");

    public static JournalEntry Entry(string orgUnit, long sequence, string? submissionId = null, int payloadBytes = 100) =>
        new(orgUnit, sequence, submissionId ?? $"{orgUnit}-{sequence}", "hash", "test",
            new DateTimeOffset(2024, 5, 22, 16, 30, 0, TimeSpan.FromHours(8)).AddTicks(sequence), Payload(sequence, payloadBytes));

    public static byte[] Payload(long sequence, int bytes) => Encoding.ASCII.GetBytes($"{sequence}".PadLeft(bytes, '.'));

    public ValueTask<AppendOutcome> AppendAsync(string orgUnit, long sequence, string? submissionId = null, int payloadBytes = 100) =>
        Journal.AppendAsync(Entry(orgUnit, sequence, submissionId, payloadBytes), TestContext.Current.CancellationToken);

    public async Task<IReadOnlyList<JournalEntry>> ReplayAsync(string orgUnit, long after = 0) =>
        await Journal.ReplayAsync(orgUnit, after, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

    public void Open()
    {
        var options = new JournalOptions { LockWaitSeconds = 1 };
        _held = JournalDirectory.Lock(Directory.Path).OrThrow();
        var file = new SqliteFile(_held.Path, options.LockWaitSeconds) { MoreWriterSettings = _writerSettings };
        try
        {
            _journal = SqliteJournal.Open(file, options, TimeProvider.System, NullLogger.Instance);
        }
        catch
        {
            _held.Dispose();
            throw;
        }
    }

    public async Task CloseAsync()
    {
        if (_journal is not null)
            await _journal.DisposeAsync();
        _journal = null;
        _held?.Dispose();
    }

    public async Task ReopenAsync()
    {
        await CloseAsync();
        Open();
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        Directory.Dispose();
    }
}
