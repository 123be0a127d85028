using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Samples.Generation;

/// <summary>What a generated kindergarten states once a year. Half of the private ones are inclusive.</summary>
internal sealed class KindergartenReturn(SchoolPlan plan, GeneratorSettings settings, Chance chance)
{
    private readonly double inclusiveShare = 0.4 + 0.3 * chance.Fraction();

    public IEnumerable<Figure> For(int year)
    {
        var isPublic = plan.Kind == SchoolKind.PublicKindergarten;
        var publicShare = Math.Min(0.95, plan.District.PublicShare + plan.District.PublicShareTrend * (year - settings.FirstYear));
        var ownShare = isPublic ? publicShare : 1 - publicShare;
        var trend = 1 + settings.EntrantsTrend * (year - settings.FirstYear);
        var children = chance.Round(plan.Entrants * ownShare * trend * chance.Around1(0.03));
        yield return Of("preschool.children", children);
        yield return Of("preschool.children_public", isPublic ? children : 0);
        yield return Of("preschool.children_inclusive_private", isPublic ? 0 : (int)(children * inclusiveShare));
        if (isPublic)
        {
            var staff = chance.Round(children / 6.5);
            yield return Of("preschool.staff", staff);
            yield return Of("preschool.staff_insured", (int)(staff * Math.Min(1, 0.7 + 0.04 * (year - settings.FirstYear))));
        }

        Figure Of(string code, int value) => new(code, Period.OfYear(year), SchoolStage.Kindergarten, value);
    }
}
