using System.Collections.Immutable;
using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Problems;
using EduAnalytics.Domain.Schools;

namespace EduAnalytics.Domain.Submissions;

/// <summary>One all-or-nothing set of lines from one org unit. Sending it again under the same id changes nothing.</summary>
public abstract record Submission(string Id, OrgUnitId OrgUnit);

public sealed record FiguresSubmission(string Id, OrgUnitId OrgUnit, Source Source, ImmutableArray<Figure> Figures)
    : Submission(Id, OrgUnit);

public sealed record EnrolmentSubmission(string Id, OrgUnitId OrgUnit, ImmutableArray<EnrolmentEvent> Events)
    : Submission(Id, OrgUnit);

public sealed record FitnessSubmission(string Id, OrgUnitId OrgUnit, ImmutableArray<FitnessResult> Results)
    : Submission(Id, OrgUnit);

public sealed record ProblemsSubmission(string Id, OrgUnitId OrgUnit, Period Period, Source Source, ImmutableArray<Problem> Problems)
    : Submission(Id, OrgUnit);

public sealed record OrgUnitsSubmission(string Id, OrgUnitId OrgUnit, ImmutableArray<OrgUnit> Units)
    : Submission(Id, OrgUnit);
