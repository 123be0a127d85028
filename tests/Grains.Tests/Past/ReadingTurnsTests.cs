using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Grains.Catalogues;
using EduAnalytics.Grains.Past;
using EduAnalytics.Journal;

namespace EduAnalytics.Grains.Tests.Past;

/// <summary>However many ask for units from the journal, it is read by few at a time.</summary>
public sealed class ReadingTurnsTests : IDisposable
{
    private static readonly Catalogue catalogue = ((CatalogueReading.Complete)CatalogueReader.Read(SiloFixture.ShippedCatalogue)).Catalogue;

    private static readonly OrgUnitTree tree = OrgUnitTree.Empty.After(
    [
        new OrgUnit(SiloFixture.City, "鹤岗市", null, OrgUnitLevel.City, null, [], false),
        .. Enumerable.Range(1, 30).Select(n => new OrgUnit(OrgUnitId.Parse($"2304-{n}"), $"第{n}区", null, OrgUnitLevel.District, SiloFixture.City, [], false)),
    ]);

    private readonly HeldJournal journal = new();
    private readonly PastReader reader;

    public ReadingTurnsTests() => reader = new PastReader(journal, catalogue, TimeProvider.System);

    public void Dispose() => reader.Dispose();

    [Fact]
    public async Task Thirty_districts_of_a_city_that_wakes_are_read_two_at_a_time_and_all_are_read()
    {
        var all = ReadAll(PastReader.Newest);
        await journal.HasReaders(ReadingTurns.DistrictsAtOnce);

        journal.Release();

        Assert.Equal(30, (await all).Length);
        Assert.Equal(ReadingTurns.DistrictsAtOnce, journal.MostAtOnce);
    }

    [Fact]
    public async Task A_city_that_wakes_is_behind_no_reader_of_the_past()
    {
        var past = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        journal.Hold(past);
        var ofPast = ReadAll(past);
        await journal.HasReaders(ReadingTurns.DistrictsAtOnce);

        Assert.Equal(30, (await ReadAll(PastReader.Newest)).Length);

        Assert.False(ofPast.IsCompleted);
        journal.Release();
        await ofPast;
    }

    private Task<PastAuthority[]> ReadAll(DateTimeOffset instant) =>
        Task.WhenAll(tree.ChildrenOf(SiloFixture.City).Select(district => reader.District(district, tree, instant)));

    /// <summary>Has no entries, and lets readers begin but not end for as long as it is held.</summary>
    private sealed class HeldJournal : IJournal
    {
        private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ConcurrentQueue<int> counts = [];
        private readonly SemaphoreSlim begun = new(0);
        private DateTimeOffset? heldOnly;
        private int now;

        public int MostAtOnce => counts.Max();

        /// <summary>Holds the readers of one instant, and no others.</summary>
        public void Hold(DateTimeOffset only) => heldOnly = only;

        public void Release() => released.TrySetResult();

        public async Task HasReaders(int number)
        {
            for (var n = 0; n < number; n++)
                await begun.WaitAsync(TestContext.Current.CancellationToken);
        }

        public async IAsyncEnumerable<JournalEntry> ReplayUntilAsync(string orgUnit, DateTimeOffset acceptedUntil, [EnumeratorCancellation] CancellationToken ct)
        {
            counts.Enqueue(Interlocked.Increment(ref now));
            begun.Release();
            if (heldOnly is null || heldOnly == acceptedUntil)
                await released.Task;
            Interlocked.Decrement(ref now);
            yield break;
        }

        public ValueTask DisposeAsync()
        {
            begun.Dispose();
            return ValueTask.CompletedTask;
        }

        public ValueTask<AppendOutcome> AppendAsync(JournalEntry entry, CancellationToken ct) => throw new NotSupportedException();

        public IAsyncEnumerable<JournalEntry> ReplayAsync(string orgUnit, long afterSequence, CancellationToken ct) => throw new NotSupportedException();

        public ValueTask<SubmissionReceipt?> FindSubmissionAsync(string orgUnit, string submissionId, CancellationToken ct) => throw new NotSupportedException();

        public ValueTask<Snapshot?> ReadSnapshotAsync(string orgUnit, CancellationToken ct) => throw new NotSupportedException();

        public ValueTask WriteSnapshotAsync(Snapshot snapshot, CancellationToken ct) => throw new NotSupportedException();

        public ValueTask<IReadOnlyList<StoredRow>> ReadRowsAsync(IReadOnlyCollection<string> orgUnits, CancellationToken ct) => throw new NotSupportedException();

        public ValueTask<IReadOnlyList<StoredRow>> ReadRowsUntilAsync(IReadOnlyCollection<string> orgUnits, DateTimeOffset acceptedUntil, CancellationToken ct) =>
            throw new NotSupportedException();

        public ValueTask<bool> IsEmptyAsync(CancellationToken ct) => throw new NotSupportedException();
    }
}
