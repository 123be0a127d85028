namespace EduAnalytics.Dashboard.Figures;

public enum OrgUnitLevel
{
    City,
    District,
    School,
}

public enum SchoolStage
{
    Kindergarten,
    Primary,
    Junior,
    Senior,
}

/// <summary>A city, district or school by name. Fields as in the document <c>Figures/Unit.graphql</c>.</summary>
/// <param name="Synthetic">Its records are generated for demonstration, and every place that shows them says so.</param>
/// <param name="InReach">False where its figures are not for the reader, who may know of it all the same.</param>
public sealed record OrgUnit(string Id, string Name, string? NameEn, OrgUnitLevel Level, bool Synthetic, bool InReach = true);

public sealed record OrgUnitList(IReadOnlyList<OrgUnit> Nodes);
