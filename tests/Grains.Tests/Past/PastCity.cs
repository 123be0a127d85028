using System.Collections.Immutable;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Release;
using EduAnalytics.Domain.Sources;
using EduAnalytics.Grains.Past;

namespace EduAnalytics.Grains.Tests.Past;

/// <summary>The same city, read from its journal as of an instant.</summary>
internal sealed class PastCity(
    OrgUnitTree tree, IReadOnlyDictionary<OrgUnitId, IPastUnit> districts, IReadOnlyDictionary<OrgUnitId, IPastUnit> schools, IPastUnit city)
{
    public int Schools => schools.Count;

    public static async Task<PastCity> Read(PastReader reader, DateTimeOffset instant)
    {
        var tree = await reader.Tree(instant);
        var districts = new Dictionary<OrgUnitId, IPastUnit>();
        foreach (var unit in tree.ChildrenOf(SiloFixture.City))
            districts[unit.Id] = await reader.District(unit, tree, instant);
        var schools = new Dictionary<OrgUnitId, IPastUnit>();
        foreach (var unit in tree.All.Where(unit => unit.Level == OrgUnitLevel.School))
            schools[unit.Id] = await reader.School(unit, instant);
        var city = await reader.City(tree.Find(SiloFixture.City)!, tree, instant, [.. districts.Values.Select(district => district.WholeRow())]);
        return new PastCity(tree, districts, schools, city);
    }

    /// <summary>In the order of <see cref="LiveCity.Told"/>.</summary>
    public ImmutableArray<IndicatorValue> Told(Func<OrgUnitId, ImmutableArray<ValueQuery>> queries) =>
    [
        .. schools.SelectMany(school => school.Value.Evaluate(queries(school.Key), Audience.Staff)),
        .. schools.SelectMany(school => districts[tree.Find(school.Key)!.Parent!.Value].Evaluate(queries(school.Key), Audience.Staff)),
        .. districts.SelectMany(district => district.Value.Evaluate(queries(district.Key), Audience.Staff)),
        .. city.Evaluate(queries(SiloFixture.City), Audience.Staff),
    ];

    public Explanation Explain(OrgUnitId district, string indicator, Period period, SchoolStage? stage) =>
        districts[district].Explain([new ValueQuery(district, indicator, period, stage)])[0];

    public FoundSources FindSources(OrgUnitId district, string indicator, Period period) =>
        districts[district].FindSources([new SourceQuestion(indicator, period, null, null, 0)], FoundSources.MostKept)[0];
}
