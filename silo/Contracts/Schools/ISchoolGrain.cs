using EduAnalytics.Contracts.Breakdowns;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Contracts.Schools;

/// <summary>One school: takes its submissions, journals them, and passes its measures up.</summary>
[Alias("school")]
public interface ISchoolGrain : IUnitReads, IRowSource, IBreakdownReads
{
    Task<SubmissionOutcome> ReportFigures([Immutable] FiguresSubmission submission);

    Task<SubmissionOutcome> NameProblems([Immutable] ProblemsSubmission submission);

    Task<SubmissionOutcome> RecordEnrolment([Immutable] EnrolmentSubmission submission);

    Task<SubmissionOutcome> RecordFitness([Immutable] FitnessSubmission submission);

    /// <summary>
    /// Says that a month's report is due by the calendar. A school that would owe it owes it from then on, and notes that in its
    /// journal; any other takes no notice. May be said again.
    /// </summary>
    Task<SubmissionOutcome> EndMonth(Period month);
}
