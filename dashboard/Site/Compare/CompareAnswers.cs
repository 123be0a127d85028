using EduAnalytics.Dashboard.Figures;

namespace EduAnalytics.Dashboard.Compare;

/// <summary>The answer to <c>Compare/Catalogue.graphql</c>: what can be compared.</summary>
/// <param name="Reach">The topmost units whose figures are for the reader.</param>
public sealed record CatalogueAnswer(IReadOnlyList<Indicator> Indicators, CityList Cities, IReadOnlyList<OrgUnit> Reach)
{
    /// <summary>True where no district is known at all, to whomever.</summary>
    public bool IsEmpty => Cities.Nodes.All(city => city.Children.Nodes.Count == 0);

    /// <summary>Those whose figures are for the reader.</summary>
    public IReadOnlyList<OrgUnit> Districts() => [.. Cities.Nodes.SelectMany(city => city.Children.Nodes).Where(district => district.InReach)];
}

public sealed record CityList(IReadOnlyList<City> Nodes);

public sealed record City(string Id, string Name, string? NameEn, OrgUnitLevel Level, bool Synthetic, OrgUnitList Children);

/// <summary>The answer to <c>Compare/Compare.graphql</c>.</summary>
/// <param name="Others">The districts not compared; null where they were not asked for.</param>
public sealed record CompareAnswer(Comparison Comparison, OtherUnits? Others = null);

public sealed record OtherUnits(IReadOnlyList<OtherSeries> Series);

public sealed record OtherSeries(OrgUnit OrgUnit, IReadOnlyList<OtherPoint> Points);

public sealed record OtherPoint(string Period, decimal? Value);

public sealed record Comparison(
    IReadOnlyList<string> Periods, IReadOnlyList<ComparisonWarning> Warnings, IReadOnlyList<ComparisonSeries> Series);

public sealed record ComparisonSeries(OrgUnit OrgUnit, IReadOnlyList<Reading> Points);

/// <param name="Message">The gateway's sentence, in English; the screen has its own words by <paramref name="Code"/>.</param>
/// <param name="OrgUnit">Null where it concerns them all.</param>
public sealed record ComparisonWarning(string Code, string Message, OrgUnit? OrgUnit, IReadOnlyList<string> Periods);
