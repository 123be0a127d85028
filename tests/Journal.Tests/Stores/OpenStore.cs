using System.Text;

namespace EduAnalytics.Journal.Tests;

/// <summary>A kind of store that the journal's contract is held against.</summary>
public interface IStoreUnderTest
{
    /// <summary>A statement for a writing connection that makes it refuse to write.</summary>
    string ReadOnly { get; }

    /// <param name="writerSettings">Statements for each new writing connection.</param>
    /// <returns>An open journal over a new, empty store.</returns>
    Task<OpenStore> OpenAsync(Func<string>? writerSettings = null);
}

/// <summary>A journal over a store of its own, which goes with it. It can be closed and opened again.</summary>
public abstract class OpenStore : IAsyncDisposable
{
    private IJournal? _journal;

    /// <summary>How another program opens the same store.</summary>
    public abstract JournalOptions Settings { get; }

    public IJournal Journal => _journal ?? throw new InvalidOperationException("The journal is closed.");

    public static JournalEntry Entry(string orgUnit, long sequence, string? submissionId = null, int payloadBytes = 100) =>
        new(orgUnit, sequence, submissionId ?? $"{orgUnit}-{sequence}", "hash", "test",
            new DateTimeOffset(2024, 5, 22, 16, 30, 0, TimeSpan.FromHours(8)).AddTicks(sequence), Payload(sequence, payloadBytes));

    public static byte[] Payload(long sequence, int bytes) => Encoding.ASCII.GetBytes($"{sequence}".PadLeft(bytes, '.'));

    public ValueTask<AppendOutcome> AppendAsync(string orgUnit, long sequence, string? submissionId = null, int payloadBytes = 100) =>
        Journal.AppendAsync(Entry(orgUnit, sequence, submissionId, payloadBytes), TestContext.Current.CancellationToken);

    public async Task<IReadOnlyList<JournalEntry>> ReplayAsync(string orgUnit, long after = 0) =>
        await Journal.ReplayAsync(orgUnit, after, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

    public void Open() => _journal = OpenJournal();

    public async Task CloseAsync()
    {
        if (_journal is not null)
            await _journal.DisposeAsync();
        _journal = null;
        OnClosed();
    }

    public async Task ReopenAsync()
    {
        await CloseAsync();
        Open();
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        Delete();
        GC.SuppressFinalize(this);
    }

    protected abstract IJournal OpenJournal();

    protected virtual void OnClosed()
    {
    }

    protected virtual void Delete()
    {
    }
}
