using System.Text.Json.Serialization;
using EduAnalytics.Dashboard.Figures;

namespace EduAnalytics.Dashboard.Units.Misses;

/// <summary>The answer to <c>Units/Misses/MissedBelow.graphql</c>: how the units below stand to the targets that the unit misses.</summary>
/// <param name="All">All stages together; each is null where nothing of it was asked.</param>
public sealed record MissedBelow(
    BelowRows? All = null, BelowRows? Kindergarten = null, BelowRows? Primary = null, BelowRows? Junior = null, BelowRows? Senior = null)
{
    /// <summary>The units that miss what the row misses, in its latest period; the furthest from the target first.</summary>
    public IReadOnlyList<OrgUnit> Of(ScorecardRow row) =>
    [
        .. (Rows(row.Stage)?.Series ?? [])
            .Where(series => series.Indicator.Code == row.Indicator.Code)
            .Select(series => (series.OrgUnit, Point: series.Points.FirstOrDefault(point => point.Period == row.Latest.Period)))
            .Where(unit => unit.Point is { Status: TargetStatus.Missed })
            .OrderByDescending(unit => unit.Point!.Distance)
            .Select(unit => unit.OrgUnit),
    ];

    /// <summary>The units below that did not answer in time, and are not among those that miss anything whether they do or not.</summary>
    [JsonIgnore]
    public IReadOnlyList<OrgUnit> Silent =>
        [.. new[] { All, Kindergarten, Primary, Junior, Senior }.OfType<BelowRows>().SelectMany(rows => rows.Silent).DistinctBy(unit => unit.Id)];

    private BelowRows? Rows(SchoolStage? stage) => stage switch
    {
        SchoolStage.Kindergarten => Kindergarten,
        SchoolStage.Primary => Primary,
        SchoolStage.Junior => Junior,
        SchoolStage.Senior => Senior,
        _ => All,
    };
}

public sealed record BelowRows(IReadOnlyList<BelowRow> Series)
{
    private const string UnitSilent = "UNIT_SILENT";

    public IReadOnlyList<BelowWarning> Warnings { get; init; } = [];

    /// <summary>Those for which no unit above could answer either.</summary>
    [JsonIgnore]
    public IEnumerable<OrgUnit> Silent => Warnings.Where(warning => warning.Code == UnitSilent).Select(warning => warning.OrgUnit).OfType<OrgUnit>()
        .Where(unit => Series.Where(series => series.OrgUnit.Id == unit.Id).SelectMany(series => series.Points).All(point => point.Value is null));
}

/// <param name="OrgUnit">Null where it concerns them all.</param>
public sealed record BelowWarning(string Code, OrgUnit? OrgUnit);

public sealed record BelowRow(OrgUnit OrgUnit, IndicatorCode Indicator, IReadOnlyList<StatusPoint> Points);

public sealed record StatusPoint(string Period, TargetStatus Status, decimal? Value = null, decimal? Target = null)
{
    /// <summary>From the target, on whichever side of it; 0 where it is not known.</summary>
    public decimal Distance => Value is { } value && Target is { } target ? Math.Abs(value - target) : 0;
}
