using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Release.Tests.Cities;

/// <summary>Cities written in a line a district: <c>"P PJ J"</c> is one of a primary, a nine-year and a junior school.</summary>
internal static class Towns
{
    public const int Threshold = 5;

    public static readonly OrgUnitId CityId = OrgUnitId.Parse("230400");

    public static City Make(params string[] districts) => new(TreeOf(districts));

    public static OrgUnitId District(int district) => OrgUnitId.Parse($"23040{district}-d");

    public static OrgUnitId School(int district, int school) => OrgUnitId.Parse($"23040{district}-s{school}");

    private static OrgUnitTree TreeOf(string[] districts)
    {
        var units = new List<OrgUnit> { Unit(CityId, OrgUnitLevel.City, null, "") };
        for (var district = 0; district < districts.Length; district++)
        {
            units.Add(Unit(District(district), OrgUnitLevel.District, CityId, ""));
            var schools = districts[district].Split(' ');
            for (var school = 0; school < schools.Length; school++)
                units.Add(Unit(School(district, school), OrgUnitLevel.School, District(district), schools[school]));
        }

        return new OrgUnitTree(units, 1);
    }

    private static OrgUnit Unit(OrgUnitId id, OrgUnitLevel level, OrgUnitId? parent, string stages) =>
        new(id, id.Code, null, level, parent, [.. stages.Select(StageOf)], false);

    private static SchoolStage StageOf(char letter) => letter switch
    {
        'P' => SchoolStage.Primary,
        'J' => SchoolStage.Junior,
        'S' => SchoolStage.Senior,
        _ => throw new ArgumentException($"No stage '{letter}'.", nameof(letter)),
    };
}
