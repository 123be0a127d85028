using EduAnalytics.Contracts.Breakdowns;
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
}
