using System.Collections.Immutable;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Problems;
using EduAnalytics.Domain.Schools;

namespace EduAnalytics.Domain.Submissions;

/// <summary>
/// One accepted submission, as the journal keeps it. A submission is one event, so that it is on disk whole or not at all.
/// </summary>
/// <param name="SubmissionId">The sender's name for the submission, unique within the org unit.</param>
public abstract record JournalEvent(string SubmissionId, DateTimeOffset AcceptedAt)
{
    /// <summary>Lines accepted.</summary>
    public abstract int Count { get; }
}

public sealed record FiguresReported(string SubmissionId, DateTimeOffset AcceptedAt, Source Source, ImmutableArray<Figure> Figures)
    : JournalEvent(SubmissionId, AcceptedAt)
{
    public override int Count => Figures.Length;
}

public sealed record EnrolmentRecorded(string SubmissionId, DateTimeOffset AcceptedAt, ImmutableArray<EnrolmentEvent> Events)
    : JournalEvent(SubmissionId, AcceptedAt)
{
    public override int Count => Events.Length;
}

public sealed record FitnessRecorded(string SubmissionId, DateTimeOffset AcceptedAt, ImmutableArray<FitnessResult> Results)
    : JournalEvent(SubmissionId, AcceptedAt)
{
    public override int Count => Results.Length;
}

/// <summary>A ledger of problems was handed in.</summary>
public sealed record ProblemsNamed(
    string SubmissionId, DateTimeOffset AcceptedAt, Period Period, Source Source, ImmutableArray<Problem> Problems)
    : JournalEvent(SubmissionId, AcceptedAt)
{
    public override int Count => Problems.Length;
}

/// <summary>A finding about the unit was acknowledged, with the numbers that stood side by side then.</summary>
public sealed record FindingAcknowledged(
    string SubmissionId, DateTimeOffset AcceptedAt, FindingId Finding, ImmutableArray<decimal> Values, Severity Severity, string Note, string By)
    : JournalEvent(SubmissionId, AcceptedAt)
{
    public override int Count => 1;
}

/// <summary>What was said of a finding was taken back.</summary>
public sealed record AcknowledgementWithdrawn(string SubmissionId, DateTimeOffset AcceptedAt, FindingId Finding, string By)
    : JournalEvent(SubmissionId, AcceptedAt)
{
    public override int Count => 1;
}

/// <summary>
/// The calendar passed the last day on which a month's report was due, whatever the schools sent or did not send. In a
/// school's journal: it owes that month's report. In a district's: its schools have been told.
/// </summary>
public sealed record MonthEnded(string SubmissionId, DateTimeOffset AcceptedAt, Period Month)
    : JournalEvent(SubmissionId, AcceptedAt)
{
    public override int Count => 1;

    /// <summary>Once for each month and unit, whoever says it and how often.</summary>
    public static MonthEnded At(DateTimeOffset time, Period month) => new($"calendar-{month}", time, month);
}

/// <summary>Org units were added to the tree, or described anew.</summary>
public sealed record OrgUnitsRegistered(string SubmissionId, DateTimeOffset AcceptedAt, ImmutableArray<OrgUnit> Units)
    : JournalEvent(SubmissionId, AcceptedAt)
{
    public override int Count => Units.Length;
}
