using System.Text.Json.Serialization;
using EduAnalytics.Dashboard.Figures;

namespace EduAnalytics.Dashboard.Visuals.Strips;

/// <summary>The answer to <c>Visuals/Strips/Schools.graphql</c>.</summary>
/// <param name="OrgUnit">Null where there is no such unit.</param>
public sealed record SchoolsAnswer(SchoolsOf? OrgUnit);

/// <param name="Distribution">The unit's own schools; null where they are asked for district by district.</param>
/// <param name="Children">A city's districts; null for a district.</param>
public sealed record SchoolsOf(
    string Id, string Name, string? NameEn, OrgUnitLevel Level, bool Synthetic, TargetOf Value, Spread? Distribution = null,
    DistrictSpreads? Children = null)
{
    public OrgUnit OrgUnit => new(Id, Name, NameEn, Level, Synthetic);
}

public sealed record TargetOf(decimal? Target);

public sealed record DistrictSpreads(IReadOnlyList<DistrictSpread> Nodes);

public sealed record DistrictSpread(string Id, string Name, string? NameEn, OrgUnitLevel Level, bool Synthetic, Spread Distribution)
{
    public OrgUnit OrgUnit => new(Id, Name, NameEn, Level, Synthetic);
}

/// <summary>How a unit's schools spread; quartiles are null where no school has a value.</summary>
public sealed record Spread(decimal? LowerQuartile, decimal? Median, decimal? UpperQuartile, IReadOnlyList<SchoolReading> Schools)
{
    /// <summary>Units that did not answer in time, a district for all its schools: they are no part of the numbers here.</summary>
    public IReadOnlyList<OrgUnit> Silent { get; init; } = [];

    /// <summary>That there are no schools here says nothing about whether there are any.</summary>
    [JsonIgnore]
    public bool IsKnown => Silent.Count == 0 || Schools.Count > 0;
}

public sealed record SchoolReading(
    OrgUnit OrgUnit, decimal? Value, decimal? Numerator, decimal? Denominator, Basis Basis, decimal? Reported, Suppression? Suppression,
    DateTimeOffset? AsOf)
{
    /// <summary>The same as a reading in a period; whether a target is met, the strip's own line says.</summary>
    public Reading In(string period) => Reading.None(period) with
    {
        Value = Value,
        Numerator = Numerator,
        Denominator = Denominator,
        Basis = Basis,
        Reported = Reported,
        Suppression = Suppression,
        AsOf = AsOf,
    };
}

/// <summary>The schools of one district, or of all districts of a city, around one indicator.</summary>
/// <param name="Spreads">One a district.</param>
public sealed record SchoolsData(
    Indicator Indicator, SchoolStage Stage, string Period, decimal? Target, IReadOnlyList<(OrgUnit Unit, Spread Spread)> Spreads)
{
    /// <summary>The units that did not answer in time.</summary>
    public IReadOnlyList<OrgUnit> Silent => [.. Spreads.SelectMany(one => one.Spread.Silent)];

    /// <param name="school">One that is among the spreads.</param>
    public Reading ReadingOf(string school) =>
        Spreads.SelectMany(one => one.Spread.Schools).First(one => one.OrgUnit.Id == school).In(Period);
}
