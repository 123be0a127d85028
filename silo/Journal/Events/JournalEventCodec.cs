using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Problems;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Domain.Views;

namespace EduAnalytics.Journal.Events;

/// <summary>An event's content as the journal keeps it.</summary>
/// <param name="Kind">The event's name.</param>
/// <param name="Hash">Fingerprint of kind and content: tells a repetition from other content under the same id.</param>
public sealed record EncodedContent(string Kind, byte[] Payload, string Hash);

/// <summary>
/// The events as JSON, readable with any tool long after this program. Submission id and time stand in the journal's own
/// columns and not in the payload, so that equal payloads mean equal content.
/// </summary>
public static class JournalEventCodec
{
    private const string FiguresReportedKind = nameof(FiguresReported);
    private const string EnrolmentRecordedKind = nameof(EnrolmentRecorded);
    private const string FitnessRecordedKind = nameof(FitnessRecorded);
    private const string ProblemsNamedKind = nameof(ProblemsNamed);
    private const string FindingAcknowledgedKind = nameof(FindingAcknowledged);
    private const string AcknowledgementWithdrawnKind = nameof(AcknowledgementWithdrawn);
    private const string MonthEndedKind = nameof(MonthEnded);
    private const string OrgUnitsRegisteredKind = nameof(OrgUnitsRegistered);
    private const string ViewSavedKind = nameof(ViewSaved);
    private const string ViewRenamedKind = nameof(ViewRenamed);
    private const string ViewPinnedKind = nameof(ViewPinned);
    private const string ViewUnpinnedKind = nameof(ViewUnpinned);
    private const string ViewDeletedKind = nameof(ViewDeleted);

    public static EncodedContent Encode(JournalEvent journalEvent) => journalEvent switch
    {
        FiguresReported reported =>
            Encode(FiguresReportedKind, new FiguresContent(reported.Source, reported.Figures), JournalJson.Default.FiguresContent),
        EnrolmentRecorded enrolment =>
            Encode(EnrolmentRecordedKind, enrolment.Events, JournalJson.Default.ImmutableArrayEnrolmentEvent),
        FitnessRecorded fitness when fitness.Results.All(result => result.Items is null) =>
            Encode(FitnessRecordedKind, fitness.Results, JournalJson.Default.ImmutableArrayFitnessResult),
        FitnessRecorded fitness =>
            Encode(FitnessRecordedKind, fitness.Results, AsSent(fitness.Results), JournalJson.Default.ImmutableArrayFitnessResult),
        ProblemsNamed named =>
            Encode(ProblemsNamedKind, new ProblemsContent(named.Period, named.Source, named.Problems), JournalJson.Default.ProblemsContent),
        FindingAcknowledged given =>
            Encode(FindingAcknowledgedKind, ContentOf(given), AsSent(given), JournalJson.Default.AcknowledgementContent),
        AcknowledgementWithdrawn withdrawn => Encode(
            AcknowledgementWithdrawnKind,
            new WithdrawalContent(withdrawn.Finding, withdrawn.By),
            new WithdrawalContent(withdrawn.Finding, string.Empty),
            JournalJson.Default.WithdrawalContent),
        MonthEnded ended => Encode(MonthEndedKind, new MonthContent(ended.Month), JournalJson.Default.MonthContent),
        OrgUnitsRegistered registered =>
            Encode(OrgUnitsRegisteredKind, registered.Units, JournalJson.Default.ImmutableArrayOrgUnit),
        ViewSaved saved =>
            Encode(ViewSavedKind, new ViewContent(saved.Name, saved.Address, saved.Pinned), JournalJson.Default.ViewContent),
        ViewRenamed renamed =>
            Encode(ViewRenamedKind, new ViewNameContent(renamed.View, renamed.Name), JournalJson.Default.ViewNameContent),
        ViewPinned pinned => Encode(ViewPinnedKind, new ViewIdContent(pinned.View), JournalJson.Default.ViewIdContent),
        ViewUnpinned unpinned => Encode(ViewUnpinnedKind, new ViewIdContent(unpinned.View), JournalJson.Default.ViewIdContent),
        ViewDeleted deleted => Encode(ViewDeletedKind, new ViewIdContent(deleted.View), JournalJson.Default.ViewIdContent),
        _ => throw new ArgumentException($"No encoding for {journalEvent.GetType().Name}.", nameof(journalEvent)),
    };

    /// <exception cref="JsonException">The payload is not what its kind says; the journal is damaged.</exception>
    public static JournalEvent Decode(JournalEntry entry)
    {
        var payload = entry.Payload.Span;
        switch (entry.Kind)
        {
            case FiguresReportedKind:
                var content = JsonSerializer.Deserialize(payload, JournalJson.Default.FiguresContent) ?? throw Damaged(entry);
                return new FiguresReported(entry.SubmissionId, entry.AcceptedAt, content.Source, content.Figures);
            case EnrolmentRecordedKind:
                var events = JsonSerializer.Deserialize(payload, JournalJson.Default.ImmutableArrayEnrolmentEvent);
                return new EnrolmentRecorded(entry.SubmissionId, entry.AcceptedAt, events);
            case FitnessRecordedKind:
                var results = JsonSerializer.Deserialize(payload, JournalJson.Default.ImmutableArrayFitnessResult);
                return new FitnessRecorded(entry.SubmissionId, entry.AcceptedAt, results);
            case ProblemsNamedKind:
                var problems = JsonSerializer.Deserialize(payload, JournalJson.Default.ProblemsContent) ?? throw Damaged(entry);
                return new ProblemsNamed(entry.SubmissionId, entry.AcceptedAt, problems.Period, problems.Source, problems.Problems);
            case FindingAcknowledgedKind:
                var given = JsonSerializer.Deserialize(payload, JournalJson.Default.AcknowledgementContent) ?? throw Damaged(entry);
                return new FindingAcknowledged(
                    entry.SubmissionId, entry.AcceptedAt, given.Finding, given.Values, given.Severity, given.Note, given.By);
            case AcknowledgementWithdrawnKind:
                var withdrawn = JsonSerializer.Deserialize(payload, JournalJson.Default.WithdrawalContent) ?? throw Damaged(entry);
                return new AcknowledgementWithdrawn(entry.SubmissionId, entry.AcceptedAt, withdrawn.Finding, withdrawn.By);
            case MonthEndedKind:
                var ended = JsonSerializer.Deserialize(payload, JournalJson.Default.MonthContent) ?? throw Damaged(entry);
                return new MonthEnded(entry.SubmissionId, entry.AcceptedAt, ended.Month);
            case OrgUnitsRegisteredKind:
                var units = JsonSerializer.Deserialize(payload, JournalJson.Default.ImmutableArrayOrgUnit);
                return new OrgUnitsRegistered(entry.SubmissionId, entry.AcceptedAt, units);
            case ViewSavedKind:
                var saved = JsonSerializer.Deserialize(payload, JournalJson.Default.ViewContent) ?? throw Damaged(entry);
                return new ViewSaved(entry.SubmissionId, entry.AcceptedAt, saved.Name, saved.Address, saved.Pinned);
            case ViewRenamedKind:
                var renamed = JsonSerializer.Deserialize(payload, JournalJson.Default.ViewNameContent) ?? throw Damaged(entry);
                return new ViewRenamed(entry.SubmissionId, entry.AcceptedAt, renamed.View, renamed.Name);
            case ViewPinnedKind:
                return new ViewPinned(entry.SubmissionId, entry.AcceptedAt, ViewIn(entry));
            case ViewUnpinnedKind:
                return new ViewUnpinned(entry.SubmissionId, entry.AcceptedAt, ViewIn(entry));
            case ViewDeletedKind:
                return new ViewDeleted(entry.SubmissionId, entry.AcceptedAt, ViewIn(entry));
            default:
                throw Damaged(entry);
        }
    }

    /// <summary>
    /// Without the scores that this system computed: a test sent again is the same test, also after a scoring table was put
    /// right in between.
    /// </summary>
    private static ImmutableArray<FitnessResult> AsSent(ImmutableArray<FitnessResult> results) =>
        [.. results.Select(result => result.Items is null ? result : result with { Score = null })];

    private static AcknowledgementContent ContentOf(FindingAcknowledged given) =>
        new(given.Finding, given.Values, given.Severity, given.Note, given.By);

    /// <summary>
    /// Without the numbers, which the sender does not name and which may have changed before the word is sent again, and
    /// without the name under which it is sent again.
    /// </summary>
    private static AcknowledgementContent AsSent(FindingAcknowledged given) => new(given.Finding, [], default, given.Note, string.Empty);

    private static EncodedContent Encode<T>(string kind, T content, JsonTypeInfo<T> type)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(content, type);
        return new EncodedContent(kind, payload, HashOf(kind, payload));
    }

    /// <param name="sent">What tells the content from other content under the same id.</param>
    private static EncodedContent Encode<T>(string kind, T content, T sent, JsonTypeInfo<T> type) => new(
        kind, JsonSerializer.SerializeToUtf8Bytes(content, type), HashOf(kind, JsonSerializer.SerializeToUtf8Bytes(sent, type)));

    private static string HashOf(string kind, ReadOnlySpan<byte> sent)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes(kind));
        hash.AppendData(sent);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string ViewIn(JournalEntry entry) =>
        (JsonSerializer.Deserialize(entry.Payload.Span, JournalJson.Default.ViewIdContent) ?? throw Damaged(entry)).View;

    private static JsonException Damaged(JournalEntry entry) =>
        new($"Entry {entry.Sequence} of {entry.OrgUnit} holds no event of a known kind ('{entry.Kind}').");
}

internal sealed record FiguresContent(Source Source, ImmutableArray<Figure> Figures);

internal sealed record ProblemsContent(Period Period, Source Source, ImmutableArray<Problem> Problems);

internal sealed record AcknowledgementContent(FindingId Finding, ImmutableArray<decimal> Values, Severity Severity, string Note, string By);

internal sealed record WithdrawalContent(FindingId Finding, string By);

internal sealed record MonthContent(Period Month);

internal sealed record ViewContent(string Name, string Address, bool Pinned);

internal sealed record ViewNameContent(string View, string Name);

internal sealed record ViewIdContent(string View);
