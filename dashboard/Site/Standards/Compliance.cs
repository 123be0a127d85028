using EduAnalytics.Dashboard.Figures;

namespace EduAnalytics.Dashboard.Standards;

/// <summary>How a unit stood by a standard in a period, in counts of criteria times the units they are asked of.</summary>
/// <param name="Status">The verdict.</param>
public sealed record Standing(StandardCode Standard, string Period, TargetStatus Status, int Met, int Missed, int NoData)
{
    /// <summary>The districts of a city, or the unit itself, that did not answer in time: they count as without data.</summary>
    public IReadOnlyList<OrgUnit> Silent { get; init; } = [];
}

public sealed record StandardCode(string Code);

/// <summary>The verdict with every criterion, for the unit and for each school it is asked of.</summary>
public sealed record Compliance(TargetStatus Status, IReadOnlyList<CriterionResult> Results);

/// <summary>One criterion for one unit.</summary>
/// <param name="Criterion">Names a criterion of the standard.</param>
/// <param name="Margin">The distance to the threshold; negative where the value falls short.</param>
/// <param name="Schools">For a spread: over how many schools it was taken, of <paramref name="ExpectedSchools"/>.</param>
/// <param name="Remedies">The smallest changes that, all together, would turn a miss.</param>
public sealed record CriterionResult(
    CriterionCode Criterion,
    OrgUnit OrgUnit,
    decimal? Value,
    TargetStatus Status,
    decimal? Margin,
    Basis Basis,
    int? Schools,
    int? ExpectedSchools,
    RemedyObstacle? Obstacle,
    IReadOnlyList<Remedy> Remedies);

public sealed record CriterionCode(string Code);

/// <summary>The smallest change of one measure at one unit.</summary>
/// <param name="Unit">The catalogue's word for what is counted.</param>
/// <param name="Amount">Above zero for more of it, below zero for less.</param>
public sealed record Remedy(string Measure, string MeasureName, string MeasureNameEn, string Unit, decimal Amount, OrgUnit OrgUnit);

/// <summary>Why a miss has no remedy to name.</summary>
public enum RemedyObstacle
{
    NoComponents,
    NotByThisMeasure,
    NotByOneSchool,
}

/// <summary>One criterion over all units it is asked of.</summary>
public sealed record CriterionTally(CriterionCode Criterion, int Met, int Missed, int NoData)
{
    /// <summary>Missed where one misses it; without data where none does and one has none.</summary>
    public TargetStatus Status => Missed > 0 ? TargetStatus.Missed : NoData > 0 ? TargetStatus.NoData : TargetStatus.Met;
}
