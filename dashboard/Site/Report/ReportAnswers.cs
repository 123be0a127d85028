using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.Report.Grades;
using EduAnalytics.Dashboard.Visuals.StatusMaps;
using EduAnalytics.Dashboard.Visuals.Strips;

namespace EduAnalytics.Dashboard.Report;

/// <summary>The answer to <c>Report/Report.graphql</c>: what is known before a period is chosen.</summary>
/// <param name="Root">Null where there is no such unit.</param>
/// <param name="Comparison">The chosen indicator of the root's parts.</param>
/// <param name="Stages">The chosen indicator of the unit in focus, stage by stage.</param>
/// <param name="Focus">All indicators of the unit in focus; null where they are known already.</param>
public sealed record ReportAnswer(ReportRoot? Root, Comparison Comparison, StageSeries? Stages, StatusMapComparison? Focus = null);

/// <param name="Series">The root's own values of the chosen indicator.</param>
public sealed record ReportRoot(
    string Id, string Name, string? NameEn, OrgUnitLevel Level, bool Synthetic, bool InReach, ReportParent? Parent, OrgUnitList Children,
    IReadOnlyList<Reading> Series)
{
    public OrgUnit OrgUnit => new(Id, Name, NameEn, Level, Synthetic, InReach);
}

/// <param name="Parent">Absent two steps above the root: there is nothing beyond.</param>
public sealed record ReportParent(
    string Id, string Name, string? NameEn, OrgUnitLevel Level, bool Synthetic, bool InReach, ReportParent? Parent = null)
{
    public OrgUnit OrgUnit => new(Id, Name, NameEn, Level, Synthetic, InReach);
}

/// <summary>A unit's series by stage; null for a stage the indicator is not kept for.</summary>
/// <param name="Parent">The unit that it belongs to; null for a city, and where it was not asked for.</param>
public sealed record StageSeries(
    IReadOnlyList<Reading>? Kindergarten = null, IReadOnlyList<Reading>? Primary = null, IReadOnlyList<Reading>? Junior = null,
    IReadOnlyList<Reading>? Senior = null, UnitId? Parent = null)
{
    public IReadOnlyList<Reading>? Of(SchoolStage stage) => stage switch
    {
        SchoolStage.Kindergarten => Kindergarten,
        SchoolStage.Primary => Primary,
        SchoolStage.Junior => Junior,
        _ => Senior,
    };
}

public sealed record UnitId(string Id);

/// <summary>The answer to <c>Report/ReportDetail.graphql</c>: what stands in one period, and one part parted further.</summary>
/// <param name="Matrix">Null where it could not be read.</param>
/// <param name="Schools">Null where the indicator is kept for no stage, the unit has no schools, or they could not be read.</param>
/// <param name="Below">Null where no part is open.</param>
/// <param name="Grades">Null where the unit in focus is no school.</param>
public sealed record DetailAnswer(
    StatusMapComparison? Matrix = null, SchoolsOf? Schools = null, Comparison? Below = null, GradesOf? Grades = null);
