using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Domain.Sources;

/// <summary>What kind of submission a source is.</summary>
public enum SourceKind
{
    /// <summary>Figures out of a document.</summary>
    Figures,

    /// <summary>A ledger of problems out of a document.</summary>
    Problems,

    /// <summary>Enrolment events, as the school recorded them.</summary>
    Enrolment,

    /// <summary>Results of fitness tests.</summary>
    Fitness,
}

/// <summary>A submission behind a value, with what a reader needs to find it again.</summary>
/// <param name="OrgUnit">The unit that sent it.</param>
/// <param name="Document">The document that its figures or problems were taken from; of records, which come out of no document, what they are.</param>
/// <param name="Section">Null where the sender named none, and for records.</param>
/// <param name="Quote">The document's own words, where the sender gave them.</param>
/// <param name="RecordedAt">When it was accepted.</param>
/// <param name="Lines">How many of its lines the value rests on; 1 at least.</param>
public sealed record SourceReference(
    SourceKind Kind,
    OrgUnitId OrgUnit,
    string Document,
    string? Section,
    string? Quote,
    DateTimeOffset RecordedAt,
    string SubmissionId,
    int Lines)
{
    private const string EnrolmentEvents = "Enrolment events";
    private const string FitnessResults = "Fitness results";

    /// <summary>The file, or the stream of the bulk API, that brought the figures; null where they came in neither, or in several.</summary>
    public string? File { get; init; }

    /// <summary>The line of the file, counted from 1; null where the value rests on several lines of it.</summary>
    public long? Line { get; init; }

    public static SourceReference OfRecords(SourceKind kind, OrgUnitId orgUnit, DateTimeOffset recordedAt, string submissionId, int lines) =>
        new(kind, orgUnit, kind == SourceKind.Fitness ? FitnessResults : EnrolmentEvents, null, null, recordedAt, submissionId, lines);
}
