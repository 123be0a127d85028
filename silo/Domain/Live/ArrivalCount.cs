using EduAnalytics.Domain.Sources;

namespace EduAnalytics.Domain.Live;

/// <summary>How much of one kind one unit sent in one minute.</summary>
/// <param name="Minute">The first moment of the minute in which it was accepted.</param>
/// <param name="Day">The day on which that minute lies where the schools are.</param>
public readonly record struct ArrivalCount(SourceKind Kind, DateTimeOffset Minute, DateOnly Day, int Submissions, long Lines);
