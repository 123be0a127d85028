using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Contracts.Districts;

/// <summary>One district or county: what it states itself, and the sums over its schools.</summary>
[Alias("district")]
public interface IDistrictGrain : IRowKeeper, IRowSource
{
    Task<SubmissionOutcome> ReportFigures([Immutable] FiguresSubmission submission);
}
