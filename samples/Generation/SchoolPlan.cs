using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Samples.Generation;

internal enum SchoolKind
{
    Primary,
    Junior,
    NineYear,
    PublicKindergarten,
    PrivateKindergarten,
}

/// <summary>One school to generate: what it is, and how large.</summary>
/// <param name="Entrants">Students who enter its lowest grade in the first year; for kindergartens all children.</param>
internal sealed record SchoolPlan(OrgUnit Unit, SchoolKind Kind, double Entrants, DistrictSettings District)
{
    public int LowestGrade => Kind == SchoolKind.Junior ? 7 : 1;

    public int HighestGrade => Kind == SchoolKind.Primary ? 6 : 9;

    public bool IsKindergarten => Kind is SchoolKind.PublicKindergarten or SchoolKind.PrivateKindergarten;
}
