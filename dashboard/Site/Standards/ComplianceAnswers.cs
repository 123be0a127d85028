using System.Text.Json.Serialization;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.Units;

namespace EduAnalytics.Dashboard.Standards;

/// <summary>The answer to <c>Standards/ComplianceUnit.graphql</c>.</summary>
/// <param name="OrgUnit">Null where there is no such unit.</param>
public sealed record ComplianceUnitAnswer(AssessedUnit? OrgUnit, IReadOnlyList<Standard> Standards);

/// <param name="ComplianceHistory">The full years about which anything is known, from the oldest.</param>
public sealed record AssessedUnit(
    string Id,
    string Name,
    string? NameEn,
    OrgUnitLevel Level,
    bool Synthetic,
    ParentUnit? Parent,
    ShapedUnits Children,
    IReadOnlyList<Standing> ComplianceHistory)
{
    public OrgUnit OrgUnit => new(Id, Name, NameEn, Level, Synthetic);
}

public sealed record ShapedUnits(IReadOnlyList<ShapedUnit> Nodes);

/// <param name="Form">What a school is where it is no ordinary one; null else.</param>
public sealed record ShapedUnit(string Id, string Name, string? NameEn, OrgUnitLevel Level, bool Synthetic, SchoolForm? Form);

/// <summary>Schools that a standard may leave out.</summary>
public enum SchoolForm
{
    SpecialEducation,
    Vocational,
    TeachingPoint,
}

/// <summary>The answer to <c>Standards/Compliance.graphql</c>.</summary>
public sealed record ComplianceAnswer(ComplianceOf OrgUnit);

public sealed record ComplianceOf(Compliance Compliance);

/// <summary>The answer to <c>Standards/Districts/DistrictsCompliance.graphql</c>.</summary>
public sealed record DistrictsComplianceAnswer(AssessedDistricts OrgUnit);

public sealed record AssessedDistricts(DistrictList Children);

public sealed record DistrictList(IReadOnlyList<AssessedDistrict> Nodes);

public sealed record AssessedDistrict(string Id, string Name, string? NameEn, OrgUnitLevel Level, bool Synthetic, DistrictCompliance Compliance)
{
    public OrgUnit OrgUnit => new(Id, Name, NameEn, Level, Synthetic);
}

public sealed record DistrictCompliance(
    StandardCode Standard, string Period, TargetStatus Status, int Met, int Missed, int NoData, IReadOnlyList<CriterionTally> Tallies)
{
    /// <summary>The district itself, where it did not answer in time: nothing of this is known then.</summary>
    public IReadOnlyList<OrgUnit> Silent { get; init; } = [];
}

/// <summary>What the page of a unit and a standard has read.</summary>
/// <param name="Period">The period of what follows; null where the unit or the standard is unknown.</param>
/// <param name="Own">A district's or school's report; null for a city.</param>
/// <param name="Districts">A city's districts; null for others.</param>
public sealed record ComplianceData(
    ComplianceUnitAnswer Unit, string Standard, string? Period, Compliance? Own, IReadOnlyList<AssessedDistrict>? Districts)
{
    /// <summary>The districts that did not answer in time.</summary>
    [JsonIgnore]
    public IReadOnlyList<OrgUnit> Silent => [.. (Districts ?? []).SelectMany(district => district.Compliance.Silent)];

    /// <summary>The districts that did; null where <see cref="Districts"/> is.</summary>
    [JsonIgnore]
    public IReadOnlyList<AssessedDistrict>? Answering => Districts is null ? null : [.. Districts.Where(district => district.Compliance.Silent.Count == 0)];

    public Standard? Asked => Unit.Standards.FirstOrDefault(standard => standard.Code == Standard);
}
