using System.Collections.Immutable;

namespace EduAnalytics.Domain.OrgUnits;

/// <summary>Where a unit stands in the tree; kindergartens are schools.</summary>
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

/// <summary>A city, district or school.</summary>
/// <param name="Stages">The stages a school teaches; for a district or city, those of all its schools.</param>
/// <param name="Synthetic">True where the unit's own records are generated for demonstration.</param>
public sealed record OrgUnit(
    OrgUnitId Id,
    string Name,
    string? NameEn,
    OrgUnitLevel Level,
    OrgUnitId? Parent,
    ImmutableArray<SchoolStage> Stages,
    bool Synthetic)
{
    /// <summary>Null for an ordinary school, and for what is no school.</summary>
    public SchoolForm? Form { get; init; }

    /// <summary>Grade 1 to 6 is primary, 7 to 9 junior, 10 to 12 senior; kindergartens count no grades.</summary>
    public static SchoolStage? StageOfGrade(int grade) => grade switch
    {
        >= 1 and <= 6 => SchoolStage.Primary,
        >= 7 and <= 9 => SchoolStage.Junior,
        >= 10 and <= 12 => SchoolStage.Senior,
        _ => null,
    };
}
