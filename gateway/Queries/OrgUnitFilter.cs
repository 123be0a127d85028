using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Gateway.Queries;

/// <summary>What a list of org units is narrowed to; what is null does not narrow.</summary>
/// <param name="Parent">The code of the unit directly above.</param>
/// <param name="Stage">A stage taught at or below the unit.</param>
/// <param name="NameContains">Part of the Chinese or the English name, in whichever case.</param>
public sealed record OrgUnitFilter(OrgUnitLevel? Level, string? Parent, SchoolStage? Stage, string? NameContains, bool? Synthetic)
{
    public static readonly OrgUnitFilter Everything = new(null, null, null, null, null);

    /// <summary>Whether a unit passes, its parent apart.</summary>
    public bool Includes(OrgUnit unit, OrgUnitTree tree) =>
        (Level is null || unit.Level == Level)
        && (Stage is not { } stage || tree.StagesOf(unit).Contains(stage))
        && (NameContains is null || Contains(unit.Name, NameContains) || Contains(unit.NameEn, NameContains))
        && (Synthetic is null || tree.ContainsSynthetic(unit.Id) == Synthetic);

    private static bool Contains(string? name, string part) => name?.Contains(part, StringComparison.OrdinalIgnoreCase) == true;
}
