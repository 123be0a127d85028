using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Sources;

namespace EduAnalytics.Gateway.Release.Live;

/// <summary>What was accepted lately from a unit and below, as a reader may see it.</summary>
/// <param name="CountedSince">What came earlier is not counted.</param>
/// <param name="Today">Every kind.</param>
/// <param name="Minutes">The last hour's in which anything came, the oldest first.</param>
public sealed record ShownActivity(OrgUnit Unit, DateTimeOffset CountedSince, IReadOnlyList<ShownKind> Today, IReadOnlyList<ShownMinute> Minutes);

/// <param name="Lines">Null where they count students and the reader is no staff.</param>
public sealed record ShownKind(SourceKind Kind, int Submissions, int? Lines);

/// <param name="Start">The minute's first moment.</param>
/// <param name="Lines">Null where the reader is no staff.</param>
public sealed record ShownMinute(DateTimeOffset Start, int Submissions, int? Lines);
