using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Samples.Generation;

internal enum SchoolKind
{
    Primary,
    Junior,
    NineYear,
    TeachingPoint,
    PublicKindergarten,
    PrivateKindergarten,
}

/// <summary>One school to generate: what it is, and how large.</summary>
/// <param name="Entrants">Students who enter its lowest grade in the first year; for kindergartens all children.</param>
/// <param name="Number">Counted from 1 among the district's schools of its kind.</param>
/// <param name="OfKind">How many of its kind there are.</param>
internal sealed record SchoolPlan(OrgUnit Unit, SchoolKind Kind, double Entrants, int Number, int OfKind, DistrictSettings District)
{
    /// <summary>The standard deviation of a uniform distribution from -1 to 1 is one over this.</summary>
    private static readonly double uniformSpread = Math.Sqrt(3);

    public int LowestGrade => Kind == SchoolKind.Junior ? 7 : 1;

    public int HighestGrade => Kind is SchoolKind.Primary or SchoolKind.TeachingPoint ? 6 : 9;

    public bool IsKindergarten => Kind is SchoolKind.PublicKindergarten or SchoolKind.PrivateKindergarten;

    /// <summary>
    /// Where the school stands among its kind in a resource, in standard deviations. The places are spread evenly and dealt
    /// out in turns: of five drawn by chance the mean would say more about luck than about the district.
    /// </summary>
    public double StandingIn(int resource) => uniformSpread * (2 * ((Number + resource) % OfKind + 0.5) / OfKind - 1);
}
