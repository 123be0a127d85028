using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Transport.Costs;

namespace EduAnalytics.Gateway.Schema.Costs;

/// <summary>
/// How long the lists are that a query asks for: taken from the tree of units as it stands, since a city of ten districts
/// must not be reckoned as a page of a thousand.
/// </summary>
internal sealed class ListSizes(OrgUnitQueries orgUnits) : ICostBasis
{
    /// <summary>For a range that is open at one end: the years and half-years of a decade.</summary>
    public const int AssumedPeriods = 24;

    /// <summary>Standards are assessed by years: those of a decade, and a few.</summary>
    public const int AssumedYears = 12;

    private volatile Counted _counted = new(OrgUnitTree.Empty);

    /// <summary>So many schools of a district are asked themselves before their district is.</summary>
    private const int SchoolsAskedThemselves = 3;

    public OrgUnitTree Tree => _counted.Tree;

    /// <summary>So many grains can answer for any number of units.</summary>
    public long MostKeepers => _counted.Cities + (_counted.Districts * (1 + SchoolsAskedThemselves));

    public async ValueTask RefreshAsync()
    {
        var tree = await orgUnits.Tree();
        if (tree.Version != _counted.Tree.Version)
            _counted = new Counted(tree);
    }

    public OrgUnit? Find(string? id) => OrgUnitId.TryParse(id, out var code, out _) ? Tree.Find(code) : null;

    /// <summary>Units of a level, all for null.</summary>
    public long At(OrgUnitLevel? level) => level switch
    {
        OrgUnitLevel.City => _counted.Cities,
        OrgUnitLevel.District => _counted.Districts,
        OrgUnitLevel.School => _counted.Schools,
        _ => Tree.All.Length,
    };

    /// <summary>The children of a unit, or the most that one of such units has.</summary>
    public long Children(UnitsAbout of) => of switch
    {
        { Unit: { } unit } => Tree.ChildrenOf(unit.Id).Length,
        { Level: OrgUnitLevel.School } => 0,
        { Level: OrgUnitLevel.District } => _counted.MostSchools,
        { Level: OrgUnitLevel.City } => _counted.MostDistricts,
        _ => Math.Max(_counted.MostSchools, _counted.MostDistricts),
    };

    /// <summary>The schools at or below a unit, or the most at or below one of such units.</summary>
    public long Schools(UnitsAbout of) => of switch
    {
        { Level: OrgUnitLevel.School } => 1,
        { Unit: { Level: OrgUnitLevel.District } district } => Tree.ChildrenOf(district.Id).Length,
        { Level: OrgUnitLevel.District } => _counted.MostSchools,
        _ => _counted.Schools,
    };

    /// <summary>The grains that together hold all the schools at or below a unit.</summary>
    public long Districts(UnitsAbout of) => of.Level is OrgUnitLevel.School or OrgUnitLevel.District ? 1 : Math.Max(1, Children(of with { Level = OrgUnitLevel.City }));

    /// <summary>Periods from one to another, both included; an open range is reckoned as <see cref="AssumedPeriods"/>.</summary>
    public static long Periods(Period? from, Period? to)
    {
        if (from is not { } first || to is not { } last || first.Type != last.Type)
            return AssumedPeriods;
        return Math.Max(0, last.Ordinal - first.Ordinal + 1);
    }

    private sealed class Counted(OrgUnitTree tree)
    {
        public OrgUnitTree Tree { get; } = tree;

        public long Cities { get; } = tree.All.Count(unit => unit.Level == OrgUnitLevel.City);

        public long Districts { get; } = tree.All.Count(unit => unit.Level == OrgUnitLevel.District);

        public long Schools { get; } = tree.All.Count(unit => unit.Level == OrgUnitLevel.School);

        public long MostDistricts { get; } = MostBelow(tree, OrgUnitLevel.City);

        public long MostSchools { get; } = MostBelow(tree, OrgUnitLevel.District);

        private static long MostBelow(OrgUnitTree tree, OrgUnitLevel level) =>
            tree.All.Where(unit => unit.Level == level).Select(unit => tree.ChildrenOf(unit.Id).Length).DefaultIfEmpty().Max();
    }
}
