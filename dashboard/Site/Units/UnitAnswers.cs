using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.Findings;
using EduAnalytics.Dashboard.Standards;

namespace EduAnalytics.Dashboard.Units;

/// <summary>The answer to <c>Units/Unit.graphql</c>.</summary>
/// <param name="OrgUnit">Null where there is no such unit.</param>
public sealed record UnitAnswer(UnitInTree? OrgUnit, IReadOnlyList<Indicator> Indicators);

/// <summary>A unit with its place in the tree.</summary>
/// <param name="Stages">The stages taught at or below it.</param>
public sealed record UnitInTree(
    string Id,
    string Name,
    string? NameEn,
    OrgUnitLevel Level,
    bool Synthetic,
    IReadOnlyList<SchoolStage> Stages,
    ParentUnit? Parent,
    ChildCount Children,
    IReadOnlyList<Finding> Findings)
{
    public OrgUnit OrgUnit => new(Id, Name, NameEn, Level, Synthetic);
}

public sealed record ParentUnit(
    string Id, string Name, string? NameEn, OrgUnitLevel Level, bool Synthetic, OrgUnit? Parent, bool InReach = true)
{
    public OrgUnit OrgUnit => new(Id, Name, NameEn, Level, Synthetic);
}

public sealed record ChildCount(int TotalCount);

/// <summary>The answer to <c>Units/UnitFigures.graphql</c>: the unit's and its parent's rows by stage.</summary>
/// <param name="All">All stages together; the others are null where no indicator is kept for the stage.</param>
public sealed record UnitFiguresAnswer(
    FigureRows All, FigureRows? Kindergarten = null, FigureRows? Primary = null, FigureRows? Junior = null, FigureRows? Senior = null)
{
    /// <param name="stage">Null for all stages together.</param>
    public FigureRows? Of(SchoolStage? stage) => stage switch
    {
        SchoolStage.Kindergarten => Kindergarten,
        SchoolStage.Primary => Primary,
        SchoolStage.Junior => Junior,
        SchoolStage.Senior => Senior,
        _ => All,
    };
}

/// <summary>The answer to <c>Units/UnitStandards.graphql</c>.</summary>
public sealed record UnitStandardsAnswer(StandingUnit OrgUnit, IReadOnlyList<NamedStandard> Standards);

/// <param name="ComplianceHistory">For each standard that asks anything of it, the newest full year about which anything is known.</param>
public sealed record StandingUnit(IReadOnlyList<Standing> ComplianceHistory);

public sealed record FigureRows(IReadOnlyList<FigureRow> Series);

public sealed record FigureRow(UnitId OrgUnit, IndicatorCode Indicator, IReadOnlyList<Reading> Points);

public sealed record UnitId(string Id);

public sealed record IndicatorCode(string Code);
