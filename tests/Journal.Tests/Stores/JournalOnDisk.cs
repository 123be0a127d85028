using EduAnalytics.Journal.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace EduAnalytics.Journal.Tests;

/// <summary>SQLite in a directory of its own.</summary>
public sealed class OnSqlite : IStoreUnderTest
{
    public string ReadOnly => "PRAGMA query_only = ON;";

    public Task<OpenStore> OpenAsync(Func<string>? writerSettings = null) =>
        Task.FromResult<OpenStore>(new JournalOnDisk(writerSettings));
}

internal sealed class JournalOnDisk : OpenStore
{
    private readonly Func<string>? _writerSettings;
    private JournalDirectory? _held;

    /// <param name="writerSettings">SQLite settings for each new writing connection.</param>
    public JournalOnDisk(Func<string>? writerSettings = null)
    {
        _writerSettings = writerSettings;
        Open();
    }

    public TemporaryDirectory Directory { get; } = new();

    public override JournalOptions Settings => new() { Directory = Directory.Path };

    public string File => Path.Combine(Directory.Path, "journal.db");

    protected override IJournal OpenJournal()
    {
        var options = new JournalOptions { LockWaitSeconds = 1 };
        _held = JournalDirectory.Lock(Directory.Path).OrThrow();
        var file = new SqliteFile(_held.Path, options.LockWaitSeconds) { MoreWriterSettings = _writerSettings };
        try
        {
            return SqliteJournal.Open(file, options, TimeProvider.System, NullLogger.Instance);
        }
        catch
        {
            _held.Dispose();
            throw;
        }
    }

    protected override void OnClosed() => _held?.Dispose();

    protected override void Delete() => Directory.Dispose();
}
