using System.Runtime.InteropServices;
using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Problems;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Domain.Schools;

/// <summary>
/// All that a school's journal comes to: its students' records, their counts, and what the school stated. Changed only by
/// applying events in the journal's order, so that a replay gives the same ledger.
/// </summary>
public sealed class SchoolLedger(SchoolStage? onlyStage)
{
    private readonly Dictionary<string, StudentRecord> students = new(StringComparer.Ordinal);

    /// <summary>The stage of every student, where the school teaches one stage only; else grades tell.</summary>
    public SchoolStage? OnlyStage => onlyStage;

    /// <summary>Events applied; equals the journal's sequence number of the newest.</summary>
    public long Sequence { get; private set; }

    /// <summary>When the newest student record was accepted; null before the first.</summary>
    public DateTimeOffset? RecordsAcceptedAt { get; private set; }

    /// <summary>
    /// The newest calendar year in which a record lies. The roll is carried forward to it and no further: a school that has
    /// sent nothing for a year has no data for it.
    /// </summary>
    public int? NewestYear { get; private set; }

    public RecordCounts Counts { get; } = new();

    public StatedFigures Stated { get; } = new();

    public NamedProblems Problems { get; } = new();

    public IReadOnlyDictionary<string, StudentRecord> Students => students;

    public StudentRecord? FindStudent(string student) => students.GetValueOrDefault(student);

    public void Apply(JournalEvent journalEvent)
    {
        switch (journalEvent)
        {
            case FiguresReported reported:
                foreach (var figure in reported.Figures)
                    Stated.State(new StatedFigure(figure, reported.Source, reported.SubmissionId, reported.AcceptedAt));
                break;
            case ProblemsNamed named:
                Problems.HandIn(named);
                break;
            case EnrolmentRecorded enrolment:
                CarryForwardTo(enrolment.Events.Max(recorded => recorded.Date.Year));
                foreach (var recorded in enrolment.Events)
                    Change(recorded.Student, record => record.Add(StepOf(recorded), recorded.Sex));
                RecordsAcceptedAt = enrolment.AcceptedAt;
                break;
            case FitnessRecorded fitness:
                CarryForwardTo(fitness.Results.Max(result => result.TestedOn.Year));
                foreach (var result in fitness.Results)
                    Change(result.Student, record => record.Add(TestOf(result), result.Sex));
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
        int? newestYear,
        IEnumerable<StatedFigure> stated,
        IEnumerable<KeyValuePair<string, StudentRecord>> records)
    {
        (Sequence, RecordsAcceptedAt, NewestYear) = (sequence, recordsAcceptedAt, newestYear);
        foreach (var figure in stated)
            Stated.State(figure);
        foreach (var (student, record) in records)
        {
            students.Add(student, record);
            record.CountInto(Counts, +1, newestYear ?? 0, onlyStage);
        }
    }

    private void Change(string student, Action<StudentRecord> change)
    {
        ref var record = ref CollectionsMarshal.GetValueRefOrAddDefault(students, student, out _);
        record ??= new StudentRecord();
        record.CountInto(Counts, -1, NewestYear!.Value, onlyStage);
        change(record);
        record.CountInto(Counts, +1, NewestYear.Value, onlyStage);
    }

    private void CarryForwardTo(int year)
    {
        if (NewestYear is { } before && before < year)
        {
            foreach (var record in students.Values)
            {
                record.CountInto(Counts, -1, before, onlyStage);
                record.CountInto(Counts, +1, year, onlyStage);
            }
        }

        NewestYear = Math.Max(NewestYear ?? year, year);
    }

    private static EnrolmentStep StepOf(EnrolmentEvent recorded) => new(recorded.Date, recorded.Kind, (sbyte?)recorded.Grade);

    private static FitnessTest TestOf(FitnessResult result) => new(result.TestedOn, result.Score, (sbyte)result.Grade);
}
