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
public sealed record OrgUnit(string Id, string Name, string? NameEn, OrgUnitLevel Level, bool Synthetic);

public sealed record OrgUnitList(IReadOnlyList<OrgUnit> Nodes);
