using System.Collections;
using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Schools.Counting;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Domain.Sources;

/// <summary>
/// Finds the submissions behind a school's values by going through its journal once more. Students' records do not say which
/// submission brought them, or every student would cost more all the time, for a question that is seldom asked.
/// </summary>
/// <remarks>
/// A submission is behind a count where one of its lines is: the last line of a student that changed what the student adds to
/// the count, or that put another record in the place of the one counted, such as a repeated test. Lines that took a student
/// off the roll are behind it where they fall in its period. Behind a zero are the lines of those among whom there was none,
/// and behind a number of dropouts the monthly reports too.
/// </remarks>
public sealed class SourceTrace
{
    private readonly OrgUnit unit;
    private readonly Catalogue catalogue;
    private readonly SchoolLedger ledger;
    private readonly CountTrace trace = new();
    private readonly List<RecordSubmission> submissions = [];
    private readonly ImmutableArray<(SourceQuestion Question, ImmutableArray<MeasureKey> Cells)> questions;

    /// <param name="questions">Of one version; to be answered when the journal has been applied up to it.</param>
    /// <exception cref="ArgumentException">The catalogue holds no indicator that is asked for.</exception>
    public SourceTrace(OrgUnit unit, Catalogue catalogue, IEnumerable<SourceQuestion> questions)
    {
        (this.unit, this.catalogue) = (unit, catalogue);
        ledger = new SchoolLedger(unit.Stages is [var only] ? only : null, catalogue.Register);
        ledger.Counts.Listener = trace;
        this.questions = [.. questions.Select(question => (question, question.Cells(catalogue)))];
        foreach (var (measure, period, stage) in this.questions.SelectMany(asked => asked.Cells).SelectMany(CountsIn))
        {
            trace.Follow(measure, period, stage);
            if (HasBase(measure))
                trace.Follow(CountedMeasures.BaseOf(measure), period, stage);
        }
    }

    /// <summary>The school's events in the journal's order.</summary>
    public void Apply(JournalEvent journalEvent)
    {
        switch (journalEvent)
        {
            case EnrolmentRecorded enrolment when !trace.IsEmpty:
                submissions.Add(new RecordSubmission(SourceKind.Enrolment, enrolment.SubmissionId, enrolment.AcceptedAt, trace.LineCount, enrolment.Count));
                foreach (var line in enrolment.Events)
                {
                    ledger.Apply(enrolment with { Events = [line] });
                    trace.EndLine(line.Student, line.Date);
                }

                break;
            case FitnessRecorded fitness when !trace.IsEmpty:
                submissions.Add(new RecordSubmission(SourceKind.Fitness, fitness.SubmissionId, fitness.AcceptedAt, trace.LineCount, fitness.Count));
                foreach (var line in fitness.Results)
                {
                    ledger.Apply(fitness with { Results = [line] });
                    trace.EndLine(line.Student, line.TestedOn);
                }

                break;
            case FiguresReported:
                ledger.Apply(journalEvent);
                break;
        }
    }

    /// <summary>The answers, in the order of the questions.</summary>
    public ImmutableArray<FoundSources> Answers() =>
        [.. questions.Select(asked => FoundSources.Of(
            RecordsBehind(asked.Cells).Concat(StatedSources.Of(asked.Cells, ledger.Stated, unit, catalogue)), []))];

    /// <summary>The newest first, as far as the journal's order tells.</summary>
    private IEnumerable<SourceReference> RecordsBehind(ImmutableArray<MeasureKey> cells)
    {
        var behind = new BitArray(trace.LineCount);
        foreach (var (measure, period, stage) in cells.SelectMany(CountsIn))
        {
            var count = trace.Find(measure, period, stage, ledger.Counts);
            if (count.Sum == 0 && HasBase(measure))
                count = trace.Find(CountedMeasures.BaseOf(measure), period, stage, ledger.Counts);
            foreach (var line in count.Lines)
                behind[line] = true;
        }

        for (var i = submissions.Count - 1; i >= 0; i--)
        {
            var submission = submissions[i];
            var lines = 0;
            for (var line = submission.FirstLine; line < submission.FirstLine + submission.Lines; line++)
                lines += behind[line] ? 1 : 0;
            if (lines > 0)
                yield return SourceReference.OfRecords(submission.Kind, unit.Id, submission.AcceptedAt, submission.Id, lines);
        }
    }

    /// <summary>The counts that a cell adds up, one for each stage taught; none where the cell is no counted one.</summary>
    private IEnumerable<(CountedMeasure Measure, Period Period, SchoolStage Stage)> CountsIn(MeasureKey cell)
    {
        if (CountedMeasures.Find(cell.Code) is not { } counted || catalogue.FindMeasure(cell.Code) is not { } measure)
            return [];
        if (!measure.PeriodTypes.Contains(cell.Period.Type) || !CountedMeasures.IsCountedBy(counted, cell.Period.Type))
            return [];

        // A cohort is kept under the stage it graduates from, whatever the stages that the school teaches.
        IEnumerable<SchoolStage> stages = CountedMeasures.IsOfCohort(counted) ? [SchoolStage.Junior] : unit.Stages.Where(measure.Stages.Contains);
        return stages.Where(stage => cell.Stage is null || cell.Stage == stage).Select(stage => (counted, cell.Period, stage));
    }

    /// <summary>A zero of dropouts rests on reports; that nobody is in a cohort rests on nothing.</summary>
    private static bool HasBase(CountedMeasure measure) => !CountedMeasures.NeedsReport(measure) && !CountedMeasures.IsOfCohort(measure);

    /// <param name="FirstLine">The number of its first line in this replay.</param>
    private readonly record struct RecordSubmission(SourceKind Kind, string Id, DateTimeOffset AcceptedAt, int FirstLine, int Lines);
}
