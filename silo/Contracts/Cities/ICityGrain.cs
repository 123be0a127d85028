using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Contracts.Cities;

/// <summary>One city: what it states itself, and the sums over its districts.</summary>
[Alias("city")]
public interface ICityGrain : IRowKeeper
{
    Task<SubmissionOutcome> ReportFigures([Immutable] FiguresSubmission submission);

    Task<SubmissionOutcome> NameProblems([Immutable] ProblemsSubmission submission);
}
