using EduAnalytics.Dashboard.Figures;

namespace EduAnalytics.Dashboard.Live;

/// <summary>The answer to <c>Live/Live.graphql</c>. The indicators are null where the catalogue lacks them.</summary>
public sealed record LiveAnswer(Indicator? Dropout, Indicator? Fitness, LiveCityList Cities);

public sealed record LiveCityList(IReadOnlyList<LiveCity> Nodes);

public sealed record LiveCity(
    string Id, string Name, string? NameEn, OrgUnitLevel Level, bool Synthetic,
    IReadOnlyList<Reading> Dropout, IReadOnlyList<Reading> Fitness, LiveDistrictList Children, bool InReach = true);

public sealed record LiveDistrictList(IReadOnlyList<LiveDistrict> Nodes);

public sealed record LiveDistrict(
    string Id, string Name, string? NameEn, OrgUnitLevel Level, bool Synthetic,
    IReadOnlyList<Reading> Dropout, IReadOnlyList<Reading> Fitness, OrgUnitList Children, bool InReach = true);

/// <summary>One event of <c>Live/Changes.graphql</c>.</summary>
public sealed record ChangesEvent(ChangedReading IndicatorChanged);

/// <summary>A reading that changed, in the fields of <see cref="Reading"/>.</summary>
public sealed record ChangedReading(
    string Period, SchoolStage? Stage, decimal? Value, decimal? Numerator, decimal? Denominator, Basis Basis, decimal? Reported,
    decimal? Target, TargetStatus Status, decimal? Change, Suppression? Suppression, DateTimeOffset? AsOf, int? ReportedUnits,
    int? ExpectedUnits, int Version, OrgUnit OrgUnit, ChangedIndicator Indicator)
{
    public Reading Reading => new(
        Period, Stage, Value, Numerator, Denominator, Basis, Reported, Target, Status, Change, Suppression, AsOf, ReportedUnits,
        ExpectedUnits, Version);
}

public sealed record ChangedIndicator(string Code);
