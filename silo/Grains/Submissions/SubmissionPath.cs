using System.Collections.Immutable;
using System.Diagnostics;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Grains.Telemetry;
using EduAnalytics.Journal;
using EduAnalytics.Journal.Events;

namespace EduAnalytics.Grains.Submissions;

/// <summary>
/// The one way by which a submission becomes part of a ledger: checked, told from a repetition, put on disk, applied, in
/// this order. Whoever is told that it was accepted finds it after any crash, once.
/// </summary>
/// <param name="journalKey">The org unit's code, under which the journal keeps its entries.</param>
/// <param name="ledger">What accepted events are applied to.</param>
internal sealed class SubmissionPath(string journalKey, IJournal journal, IReplayable ledger, TimeProvider time)
{
    /// <summary>Two activations of one grain can be fenced off in turn for a moment; more often means the store is sick.</summary>
    private const int MostTries = 5;

    /// <summary>
    /// An append failed, and whether it reached the disk is not known: the journal is read again before anything else is
    /// decided, or a submission would be judged by a past that is not the journal's.
    /// </summary>
    private bool outcomeUnknown;

    /// <summary>
    /// The journal tells a repetition when it is appended, so what is new is not looked up before. Where a stream is sent again
    /// one repetition follows another, each of which would be written in vain: then each is looked up, until one is new.
    /// </summary>
    private bool repetitionsCome;

    /// <summary>
    /// Told when another activation wrote for the org unit, which happens while silos come and go. What it wrote is read and
    /// counted first; then the one that was overtaken should go, so that whichever the others know is the only one.
    /// </summary>
    public Action? OnOvertaken { get; set; }

    /// <param name="make">The event that the submission becomes, accepted at the given time.</param>
    /// <param name="check">What is wrong with it, in the light of the ledger as it stands and of today's date.</param>
    public async Task<SubmissionOutcome> Accept(
        Func<DateTimeOffset, JournalEvent> make, Func<DateOnly, ImmutableArray<SubmissionError>> check)
    {
        var started = time.GetTimestamp();
        var journalEvent = make(time.GetUtcNow());
        var kind = journalEvent.GetType().Name;
        using var span = GrainsInstruments.Source.StartActivity($"submission {kind}");
        span?.SetTag("edu.org_unit", journalKey);
        var outcome = await Decide(journalEvent, check);
        span?.SetTag("edu.accepted", outcome.Accepted);
        GrainsInstruments.OnDecided(kind, outcome, time.GetElapsedTime(started));
        return outcome;
    }

    /// <summary>Applies the entries that the ledger does not know yet.</summary>
    public async Task CatchUp(CancellationToken cancellationToken)
    {
        await foreach (var entry in journal.ReplayAsync(journalKey, ledger.Sequence, cancellationToken))
            ledger.Apply(JournalEventCodec.Decode(entry));
    }

    private async Task<SubmissionOutcome> Decide(JournalEvent journalEvent, Func<DateOnly, ImmutableArray<SubmissionError>> check)
    {
        try
        {
            var content = JournalEventCodec.Encode(journalEvent);
            if (outcomeUnknown)
                await CatchUp(CancellationToken.None);
            outcomeUnknown = false;
            for (var tries = 0; tries < MostTries; tries++)
            {
                if (repetitionsCome && await FindKnown(journalEvent) is { } expected)
                    return await Repeated(expected, content, journalEvent);
                repetitionsCome = false;

                var errors = check(DateOnly.FromDateTime(time.GetLocalNow().DateTime));
                if (!errors.IsEmpty)
                {
                    // Checked again, a repetition may be an error, as a second dropout of one student is.
                    return await FindKnown(journalEvent) is { } known
                        ? await Repeated(known, content, journalEvent)
                        : SubmissionOutcome.OfRefused(errors);
                }

                outcomeUnknown = true;
                var outcome = await journal.AppendAsync(EntryOf(journalEvent, content), CancellationToken.None);
                outcomeUnknown = false;
                switch (outcome)
                {
                    case AppendOutcome.Appended:
                        ledger.Apply(journalEvent);
                        return SubmissionOutcome.OfAccepted(journalEvent.Count, ledger.Version);
                    case AppendOutcome.Duplicate duplicate:
                        repetitionsCome = true;
                        return await Repeated(duplicate.Receipt, content, journalEvent);
                    default:
                        // Another activation wrote meanwhile, or an append that failed for us reached the disk after all.
                        await CatchUp(CancellationToken.None);
                        OnOvertaken?.Invoke();
                        break;
                }
            }

            return Refused(SubmissionErrorCodes.StoreUnavailable, "Another writer holds this org unit; send the same submission again.");
        }
        catch (JournalUnavailableException e)
        {
            Activity.Current?.SetStatus(ActivityStatusCode.Error, e.Message);
            return e.ToOutcome();
        }
    }

    private ValueTask<SubmissionReceipt?> FindKnown(JournalEvent journalEvent) =>
        journal.FindSubmissionAsync(journalKey, journalEvent.SubmissionId, CancellationToken.None);

    private JournalEntry EntryOf(JournalEvent journalEvent, EncodedContent content) =>
        new(journalKey, ledger.Sequence + 1, journalEvent.SubmissionId, content.Hash, content.Kind, journalEvent.AcceptedAt, content.Payload);

    /// <summary>Whoever hears that it was accepted must find it counted, also where this activation did not write it.</summary>
    private async Task<SubmissionOutcome> Repeated(SubmissionReceipt known, EncodedContent content, JournalEvent journalEvent)
    {
        if (known.Sequence > ledger.Sequence)
            await CatchUp(CancellationToken.None);
        return known.ContentHash == content.Hash
            ? SubmissionOutcome.OfDuplicate(journalEvent.Count, known.Sequence)
            : Refused(
                SubmissionErrorCodes.IdReused,
                $"Submission '{known.SubmissionId}' was accepted on {known.AcceptedAt:yyyy-MM-dd HH:mm:ss} UTC with other content. Name this one anew.",
                "submissionId");
    }

    private static SubmissionOutcome Refused(string code, string message, string? field = null) =>
        SubmissionOutcome.OfRefused([new SubmissionError(code, message, null, field)]);
}
