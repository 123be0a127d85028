using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Samples.Generation;

/// <summary>What a generated school states about itself once a year: health, teachers, premises.</summary>
internal sealed class SchoolReturn
{
    private const double MyopiaTrend = -0.55;
    private const double ResourcesTrend = 0.01;

    /// <summary>Schools draw nearer to one another, as the balanced-development standards want it.</summary>
    private const double VariationTrend = -0.011;

    /// <summary>Even the poorest school has something.</summary>
    private const double LeastEndowment = 0.15;

    /// <summary>A school forgets to count its books and computers once in so many years.</summary>
    private const double Forgotten = 0.06;

    private readonly SchoolPlan plan;
    private readonly GeneratorSettings settings;
    private readonly Chance chance;

    /// <summary>Its own, so that what was added later left everything else as it was.</summary>
    private readonly Chance basicChance;

    private readonly (Resource Resource, double Luck)[] resources;
    private readonly int doctorSince;
    private readonly int psychologyTeacherSince;

    public SchoolReturn(SchoolPlan plan, GeneratorSettings settings, Chance chance)
    {
        (this.plan, this.settings, this.chance) = (plan, settings, chance);
        basicChance = new Chance(settings.Seed, $"basic resources of {plan.Unit.Id}");
        resources =
        [
            .. Resource.OfQuality.Select(resource => (resource, chance.Around1(resource.Luck))),
            .. Resource.OfBasic.Select(resource => (resource, basicChance.Around1(resource.Luck))),
        ];
        doctorSince = settings.FirstYear - 6 + chance.Below(15);
        psychologyTeacherSince = settings.FirstYear - 7 + chance.Below(14);
    }

    public IEnumerable<Figure> For(int year, SchoolTally tally)
    {
        var period = Period.OfYear(year);
        var forgotten = basicChance.Happens(Forgotten);
        foreach (var stage in plan.Unit.Stages)
        {
            foreach (var (code, value) in Health(stage, year, tally.EnrolledIn(stage)).Concat(Resources(stage, year, tally.EnrolledIn(stage))))
            {
                if (!forgotten || code is not ("facilities.books" or "facilities.computers"))
                    yield return new Figure(code, period, stage, value);
            }
        }

        // A doctor of a school with two stages serves both, and is not to be counted twice.
        SchoolStage? wholeSchool = plan.Unit.Stages is [var only] ? only : null;
        yield return new Figure("staff.school_doctors", period, wholeSchool, year >= doctorSince ? 1 : 0);
        yield return new Figure("staff.psychology_teachers", period, wholeSchool, year >= psychologyTeacherSince ? 1 : 0);
    }

    private IEnumerable<(string Code, decimal Value)> Health(SchoolStage stage, int year, int students)
    {
        var percent = stage == SchoolStage.Primary ? plan.District.PrimaryMyopiaPercent : plan.District.JuniorMyopiaPercent;
        var screened = (int)(students * (0.96 + 0.03 * chance.Fraction()));
        yield return ("health.screened", screened);
        yield return ("health.myopic", chance.Round(screened * (percent + MyopiaTrend * (year - settings.FirstYear)) / 100 * chance.Around1(0.03)));
        yield return ("health.records", (int)Math.Ceiling(students * (0.985 + 0.015 * chance.Fraction())));
    }

    /// <summary>Teachers come and go with the students; rooms and equipment stay when there are fewer of them.</summary>
    private IEnumerable<(string Code, decimal Value)> Resources(SchoolStage stage, int year, int students)
    {
        var primary = stage == SchoolStage.Primary;
        var places = plan.Entrants * (primary ? 6 : 3);
        var years = year - settings.FirstYear;
        var variation = (primary ? plan.District.PrimaryVariation : plan.District.JuniorVariation) + VariationTrend * years;
        foreach (var (resource, luck) in resources)
        {
            var perStudent = primary ? resource.Primary : resource.Junior;
            var endowment = Math.Max(LeastEndowment, 1 + variation * plan.StandingIn(resource.Turn)) * luck * plan.District.Resources * (1 + ResourcesTrend * years);
            yield return (resource.Code, decimal.Round((decimal)((resource.OfPremises ? places : students) * perStudent * endowment)));
        }
    }
}
