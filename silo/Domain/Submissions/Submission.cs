using System.Collections.Immutable;
using EduAnalytics.Domain.Findings;
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

/// <summary>A person's word on a finding about the unit.</summary>
/// <param name="Seen">The numbers as the person read them; null where that is not said.</param>
/// <param name="Standing">The finding as it stands now; null where it does not.</param>
public sealed record AcknowledgementSubmission(
    string Id, OrgUnitId OrgUnit, FindingId Finding, string Note, string By, ImmutableArray<decimal>? Seen, Finding? Standing)
    : Submission(Id, OrgUnit)
{
    /// <summary>What it becomes, accepted at the given time; of a finding that does not stand nothing is ever accepted.</summary>
    public FindingAcknowledged At(DateTimeOffset time) => new(Id, time, Finding, Standing?.Values ?? [], Standing?.Severity ?? default, Note, By);
}

/// <summary>The word on a finding, taken back.</summary>
public sealed record WithdrawalSubmission(string Id, OrgUnitId OrgUnit, FindingId Finding, string By)
    : Submission(Id, OrgUnit)
{
    /// <summary>What it becomes, accepted at the given time.</summary>
    public AcknowledgementWithdrawn At(DateTimeOffset time) => new(Id, time, Finding, By);
}

public sealed record OrgUnitsSubmission(string Id, OrgUnitId OrgUnit, ImmutableArray<OrgUnit> Units)
    : Submission(Id, OrgUnit);
