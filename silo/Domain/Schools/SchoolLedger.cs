using System.Runtime.InteropServices;
using EduAnalytics.Domain.Findings.Acknowledgements;
using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Problems;
using EduAnalytics.Domain.Schools.Counting;
using EduAnalytics.Domain.Schools.Register;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Domain.Schools;

/// <summary>
/// All that a school's journal comes to: its students' records, their counts, and what the school stated. Changed only by
/// applying events in the journal's order, so that a replay gives the same ledger.
/// </summary>
public sealed class SchoolLedger(SchoolStage? onlyStage, RegisterReasons? reasons = null)
{
    private readonly RegisterReasons reasons = reasons ?? RegisterReasons.None;
    private readonly Dictionary<string, StudentRecord> students = new(StringComparer.Ordinal);

    /// <summary>The stage of every student, where the school teaches one stage only; else grades tell.</summary>
    public SchoolStage? OnlyStage => onlyStage;

    /// <summary>Events applied; equals the journal's sequence number of the newest.</summary>
    public long Sequence { get; private set; }

    /// <summary>When the newest student record was accepted; null before the first.</summary>
    public DateTimeOffset? RecordsAcceptedAt { get; private set; }

    /// <summary>
    /// The newest day of which a student record, or a monthly report, speaks. The roll is carried forward to the periods
    /// that have begun by it and no further: a school that has sent nothing for a year has no data for it.
    /// </summary>
    public DateOnly? NewestDay { get; private set; }

    /// <summary>
    /// The newest month of which the calendar says that its report is due, as <see cref="Period.Ordinal"/>; null where it has
    /// said so of none. A school that fell silent owes reports by it, and nothing else: its roll is not carried on.
    /// </summary>
    public int? NewestMonthEnded { get; private set; }

    /// <summary>The newest day before the last event.</summary>
    public DateOnly? NewestDayBefore { get; private set; }

    public RecordCounts Counts { get; } = new();

    public StatedFigures Stated { get; } = new();

    public MonthlyReports Reports { get; } = new();

    public NamedProblems Problems { get; } = new();

    public AcknowledgedFindings Acknowledged { get; } = new();

    public IReadOnlyDictionary<string, StudentRecord> Students => students;

    public StudentRecord? FindStudent(string student) => students.GetValueOrDefault(student);

    /// <summary>What an event means as a step, by the register's reasons.</summary>
    internal EnrolmentStep StepOf(EnrolmentEvent recorded) =>
        new(recorded.Date, recorded.Kind, recorded.Grade, reasons.MeaningOf(recorded.Reason));

    public void Apply(JournalEvent journalEvent)
    {
        NewestDayBefore = NewestDay;
        Counts.Forget();
        switch (journalEvent)
        {
            case FiguresReported reported:
                foreach (var figure in reported.Figures)
                    State(new StatedFigure(figure, reported.Source, reported.SubmissionId, reported.AcceptedAt));
                break;
            case ProblemsNamed named:
                Problems.HandIn(named);
                break;
            case MonthEnded ended:
                NewestMonthEnded = Math.Max(NewestMonthEnded ?? ended.Month.Ordinal, ended.Month.Ordinal);
                break;
            case FindingAcknowledged given:
                Acknowledged.Acknowledge(given);
                break;
            case AcknowledgementWithdrawn withdrawn:
                Acknowledged.Withdraw(withdrawn);
                break;
            case EnrolmentRecorded enrolment:
                foreach (var recorded in enrolment.Events)
                    Record(recorded);
                RecordsAcceptedAt = enrolment.AcceptedAt;
                break;
            case FitnessRecorded fitness:
                foreach (var result in fitness.Results)
                    Record(result);
                RecordsAcceptedAt = fitness.AcceptedAt;
                break;
            default:
                throw new ArgumentException($"A school's journal holds no {journalEvent.GetType().Name}.", nameof(journalEvent));
        }

        Sequence++;
    }

    /// <summary>Takes over a stored ledger's contents; the counts are made again from the records.</summary>
    public void Restore(
        long sequence,
        DateTimeOffset? recordsAcceptedAt,
        DateOnly? newestDay,
        int? newestMonthEnded,
        IEnumerable<StatedFigure> stated,
        IEnumerable<KeyValuePair<string, StudentRecord>> records)
    {
        foreach (var figure in stated)
            State(figure);
        foreach (var (student, record) in records)
        {
            students.Add(student, record);
            for (var i = 0; i < record.Steps.Length; i++)
                new EnrolmentCounting(Counts, onlyStage, record.Steps[..i]).Count(record.Steps[i]);
            for (var i = 0; i < record.Tests.Length; i++)
                new FitnessCounting(Counts, onlyStage, record.Tests[..i]).Count(record.Tests[i]);
        }

        (Sequence, RecordsAcceptedAt, NewestDay, NewestDayBefore, NewestMonthEnded) = (sequence, recordsAcceptedAt, newestDay, newestDay, newestMonthEnded);
        Counts.Forget();
    }

    private void State(StatedFigure stated)
    {
        Stated.State(stated);
        var figure = stated.Figure;
        if (figure.Code != MeasureCodes.DroppedOut || figure.Period.Type != PeriodType.Month)
            return;
        Reports.Give(figure.Period, figure.Stage);
        ReachTo(figure.Period.End);
    }

    private void Record(EnrolmentEvent recorded)
    {
        var step = StepOf(recorded);
        var record = RecordOf(recorded.Student);
        new EnrolmentCounting(Counts, onlyStage, record.Steps).Count(step);
        record.Add(step, recorded.Sex);
        ReachTo(recorded.Date);
    }

    private void Record(FitnessResult result)
    {
        var test = new FitnessTest(result.TestedOn, result.Score, result.Grade);
        var record = RecordOf(result.Student);
        new FitnessCounting(Counts, onlyStage, record.Tests).Count(test);
        record.Add(test, result.Sex);
        ReachTo(result.TestedOn);
    }

    private StudentRecord RecordOf(string student)
    {
        ref var record = ref CollectionsMarshal.GetValueRefOrAddDefault(students, student, out _);
        return record ??= new StudentRecord();
    }

    private void ReachTo(DateOnly day) => NewestDay = NewestDay is { } newest && newest > day ? newest : day;
}
