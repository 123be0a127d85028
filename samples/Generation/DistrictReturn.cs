using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Samples.Generation;

/// <summary>What a generated district states: funding, pay, rotation, safety, the cohorts of its graduates, its young children.</summary>
internal sealed class DistrictReturn(DistrictSettings district, GeneratorSettings settings, Chance chance)
{
    private const double SpendingTrend = 0.04;
    private const double PayTrend = 0.025;
    private const double EnrolmentTrend = 0.006;

    /// <summary>The funds allocated are what remains of the spending once the city has paid its own share.</summary>
    private const double AllocatedShare = 0.82;

    /// <summary>Junior school lasts three years; what a cohort lost before the register was opened is estimated.</summary>
    private const int JuniorYears = 3;

    /// <summary>Children in kindergarten for each aged 3 to 5 in the first year; of a chance of its own, as it came later.</summary>
    private readonly double grossEnrolment = 0.78 + 0.14 * new Chance(settings.Seed, $"children of {district.Code}").Fraction();

    private double allocatedBefore;

    public IEnumerable<Figure> For(int year, DistrictTally tally)
    {
        var spending = tally.Enrolled * district.SpendingPerStudent * Grown(SpendingTrend, year) * chance.Around1(0.01);

        // The only-rise rule holds in most years, not in all.
        allocatedBefore = Math.Max(spending * AllocatedShare, allocatedBefore * (chance.Happens(0.15) ? 0.98 : 1.005));
        return Funding(year, spending)
            .Concat(Teachers(year, tally))
            .Concat(Cohorts(year, tally))
            .Concat(SchoolsAndSafety(tally))
            .Append(Children(year))
            .Select(line => new Figure(line.Code, Period.OfYear(year), line.Stage, line.Value));
    }

    /// <summary>
    /// What was allocated by the end of June: somewhat more than half of what the year before had, so that it can be
    /// asked for from the second year on, before that year itself.
    /// </summary>
    public Figure ForFirstHalf(int year) =>
        new("finance.allocated", Period.Of(PeriodType.HalfYear, new DateOnly(year, 1, 1)), null, Cents(allocatedBefore * (0.51 + 0.06 * chance.Fraction())));

    private IEnumerable<Line> Funding(int year, double spending)
    {
        yield return new("finance.allocated", Cents(allocatedBefore));
        yield return new("finance.education_spending", Cents(spending));
        var pay = district.TeacherPay * Grown(PayTrend, year) * chance.Around1(0.005);
        yield return new("staff.teacher_pay_average", Cents(pay));
        yield return new("staff.civil_servant_pay_average", Cents(pay / district.PayRatio * chance.Around1(0.008)));
    }

    private IEnumerable<Line> Teachers(int year, DistrictTally tally)
    {
        var teachers = (int)(tally.Enrolled / 11.5);
        var eligible = (int)(teachers * 0.4);
        var rotated = (int)(eligible * (0.07 + 0.01 * (year - settings.FirstYear) + 0.02 * chance.Fraction()));
        yield return new("staff.teachers_established", teachers);
        yield return new("staff.civil_servants_established", (int)(teachers * 0.42));
        yield return new("teachers.eligible_for_rotation", eligible);
        yield return new("teachers.rotated", rotated);
        yield return new("teachers.rotated_backbone", chance.Round(rotated * (0.14 + 0.12 * chance.Fraction())));
    }

    private IEnumerable<Line> Cohorts(int year, DistrictTally tally)
    {
        var unrecorded = Math.Max(0, JuniorYears - (year - settings.FirstYear));
        var lostBefore = tally.JuniorGraduates * unrecorded * district.JuniorDropoutPercent / 100 * 0.7;
        var retention = (district.NineYearRetentionPercent + 0.15 * (year - settings.FirstYear) + 0.2 * chance.Normal()) / 100;
        var junior = tally.JuniorGraduates + tally.JuniorCohortLost + chance.Round(lostBefore);
        if (unrecorded > 0)
        {
            // Later cohorts are counted from the schools' own registers.
            yield return new("students.entered_junior_cohort", junior, SchoolStage.Junior);
        }

        yield return new("students.entered_cohort", Math.Max(junior, (int)(tally.JuniorGraduates / retention)), SchoolStage.Junior);
    }

    private IEnumerable<Line> SchoolsAndSafety(DistrictTally tally)
    {
        // Some children of school age live here and go to school elsewhere, or to special schools.
        yield return new("students.school_age", (int)(tally.Enrolled * 1.012));
        yield return new("schools.compulsory", tally.Schools);
        yield return new("safety.major_incidents", chance.Happens(0.04) ? 1 : 0);
        yield return new("safety.food_incidents", chance.Happens(0.03) ? 1 : 0);
    }

    private Line Children(int year)
    {
        var inKindergarten = settings.KindergartenChildren * district.Kindergartens * district.Size * Grown(settings.EntrantsTrend, year);
        return new("preschool.children_aged_3_to_5", (int)(inKindergarten / (grossEnrolment + EnrolmentTrend * (year - settings.FirstYear))), SchoolStage.Kindergarten);
    }

    private double Grown(double trend, int year) => 1 + trend * (year - settings.FirstYear);

    private static decimal Cents(double yuan) => decimal.Round((decimal)yuan, 2);

    private readonly record struct Line(string Code, decimal Value, SchoolStage? Stage = null);
}

/// <summary>A district's year, added up from its schools.</summary>
internal readonly record struct DistrictTally(int Schools, int Enrolled, int JuniorGraduates, int JuniorCohortLost)
{
    public DistrictTally Plus(SchoolTally school) =>
        new(Schools + 1, Enrolled + school.Enrolled, JuniorGraduates + school.JuniorGraduates, JuniorCohortLost + school.JuniorCohortLost);
}
