using System.Collections.Immutable;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Release;

namespace EduAnalytics.Domain.Standards;

/// <summary>How a unit stands by a standard in a period: every criterion, for the unit and for each school it is asked of.</summary>
/// <param name="Standard">The standard's code.</param>
/// <param name="Results">In the order of the criteria, then of the units.</param>
public sealed record ComplianceReport(OrgUnitId OrgUnit, string Standard, Period Period, ImmutableArray<CriterionResult> Results)
{
    public int Count(TargetStatus status) => Results.Count(result => result.Status == status);

    /// <summary>Missed where one deciding criterion is; without data where none is missed and one has no data.</summary>
    public TargetStatus VerdictBy(Standard standard)
    {
        var deciding = standard.Deciding.Select(criterion => criterion.Code).ToHashSet(StringComparer.Ordinal);
        var statuses = Results.Where(result => deciding.Contains(result.Criterion)).Select(result => result.Status).ToHashSet();
        if (statuses.Contains(TargetStatus.Missed))
            return TargetStatus.Missed;
        return statuses.Count == 0 || statuses.Contains(TargetStatus.NoData) ? TargetStatus.NoData : TargetStatus.Met;
    }

    /// <summary>A city's report: what its districts' reports say, since the standards are asked of districts and counties.</summary>
    public static ComplianceReport Over(OrgUnitId city, string standard, Period period, IEnumerable<ComplianceReport> districts) =>
        new(city, standard, period, [.. districts.SelectMany(district => district.Results)]);
}

/// <summary>One criterion for one unit.</summary>
public sealed record CriterionResult
{
    /// <summary>The criterion's code.</summary>
    public required string Criterion { get; init; }

    /// <summary>The school, or for a value of the whole unit and a spread over its schools the unit.</summary>
    public required OrgUnitId OrgUnit { get; init; }

    /// <summary>Rounded for readers after it was compared; null where there is no data.</summary>
    public decimal? Value { get; init; }

    public required TargetStatus Status { get; init; }

    /// <summary>The distance to the threshold, negative where the value falls short; never rounded to a zero it is not.</summary>
    public decimal? Margin { get; init; }

    /// <summary>Reported where the value is the unit's own statement, its components unknown.</summary>
    public Basis Basis { get; init; }

    /// <summary>Why the value, the margin and the remedies are for the unit's own staff only; null where every reader may see them.</summary>
    public Suppression? Withheld { get; init; }

    /// <summary>For a spread: the schools it was taken over.</summary>
    public int? Schools { get; init; }

    /// <summary>For a spread: the schools of the stage.</summary>
    public int? ExpectedSchools { get; init; }

    /// <summary>What, all together, would turn a miss; empty where nothing is missed or <see cref="Obstacle"/> says why not.</summary>
    public ImmutableArray<Remedy> Remedies { get; init; } = [];

    public RemedyObstacle? Obstacle { get; init; }
}

/// <summary>The smallest change of one measure at one unit, everything else as it is.</summary>
/// <param name="Amount">In the measure's unit; above zero for more of it, below zero for less. Whole where the measure is.</param>
public sealed record Remedy(OrgUnitId OrgUnit, string Measure, SchoolStage? Stage, decimal Amount);

/// <summary>Why a miss has no remedy to name.</summary>
public enum RemedyObstacle
{
    /// <summary>The value is a statement whose components are unknown.</summary>
    NoComponents,

    /// <summary>No amount of the measure would do: it would have to fall below zero.</summary>
    NotByThisMeasure,

    /// <summary>No change at one school alone brings the spread under its limit.</summary>
    NotByOneSchool,
}
