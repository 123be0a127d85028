using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Schools;

namespace EduAnalytics.Samples.Generation;

/// <summary>One school's roll over the years: who enters, leaves, returns and graduates.</summary>
internal sealed class SchoolRoll(SchoolPlan plan, GeneratorSettings settings, Chance chance)
{
    private const double EntrantsDeviation = 0.06;
    private const int MonthsToReturn = 7;
    private const int DaysOfSuspicion = 18;
    private static readonly string[] reasons = ["随家长外出务工", "厌学", "家庭困难", "去向不明"];

    private readonly List<SyntheticStudent> onRoll = [];
    private readonly List<SyntheticStudent> away = [];
    private int admitted;

    public IReadOnlyList<SyntheticStudent> OnRoll => onRoll;

    /// <summary>Lives one calendar year, from March to December, and tells its events in the order of their dates.</summary>
    public IReadOnlyList<EnrolmentEvent> Live(int year, SchoolTally tally)
    {
        var events = new List<EnrolmentEvent>();
        away.RemoveAll(student => student.GradeIn(year - 1) > plan.HighestGrade);
        if (year == settings.FirstYear)
            OpenRegister(year, events);
        LiveTerm(new DateOnly(year, 3, 5), new DateOnly(year, 6, 20), year - 1, events);
        Graduate(year, events, tally);
        Admit(year, plan.LowestGrade, EntrantsIn(year), new DateOnly(year, 9, 1), year, events);
        LiveTerm(new DateOnly(year, 9, 10), new DateOnly(year, 12, 20), year, events);
        Count(year, tally);
        return [.. events.OrderBy(line => line.Date)];
    }

    /// <summary>The register begins with those who were there already, each in the grade of the running school year.</summary>
    private void OpenRegister(int year, List<EnrolmentEvent> events)
    {
        for (var grade = plan.LowestGrade; grade <= plan.HighestGrade; grade++)
            Admit(year - 1, grade, EntrantsIn(year - 1 - (grade - plan.LowestGrade)), new DateOnly(year, 3, 1), year - 1, events);
    }

    private int EntrantsIn(int year) =>
        chance.Round(plan.Entrants * (1 + settings.EntrantsTrend * (year - settings.FirstYear)) * chance.Around1(EntrantsDeviation));

    private void Admit(int cohort, int grade, int count, DateOnly on, int schoolYear, List<EnrolmentEvent> events)
    {
        for (var i = 0; i < count; i++)
        {
            var sex = chance.Happens(0.52) ? Sex.Male : Sex.Female;
            var student = new SyntheticStudent($"{plan.Unit.Id}-{cohort}-{++admitted:00000}", sex, schoolYear, grade, chance.Normal()) { OnRollSince = on };
            onRoll.Add(student);
            events.Add(student.Event(EnrolmentKind.Enrolled, on, schoolYear));
        }
    }

    private void LiveTerm(DateOnly first, DateOnly last, int schoolYear, List<EnrolmentEvent> events)
    {
        var returning = TakeReturning(first, last, schoolYear);
        var arrivals = new List<int>();
        onRoll.RemoveAll(student =>
        {
            var grade = student.GradeIn(schoolYear);
            if (chance.Happens(settings.TransferShare / 2))
                arrivals.Add(grade);
            var drawn = chance.Fraction();
            if (drawn >= settings.TransferShare / 2 + DropoutShare(student, schoolYear))
                return false;
            var on = chance.Between(first, last);
            if (drawn < settings.TransferShare / 2)
            {
                events.Add(student.Event(EnrolmentKind.TransferredOut, on, schoolYear));
            }
            else
            {
                if (on.AddDays(-DaysOfSuspicion) is var suspected && suspected >= first && suspected >= student.OnRollSince)
                    events.Add(student.Event(EnrolmentKind.DropoutSuspected, suspected, schoolYear));
                events.Add(student.Event(EnrolmentKind.DroppedOut, on, schoolYear, reasons[chance.Below(reasons.Length)]));
                student.DroppedOutOn = on;
                away.Add(student);
            }

            return true;
        });
        foreach (var grade in arrivals)
            Admit(schoolYear, grade, 1, chance.Between(first, last), schoolYear, events);
        onRoll.AddRange(returning);
        events.AddRange(returning.Select(student => student.Event(EnrolmentKind.Returned, student.OnRollSince, schoolYear)));
    }

    /// <summary>
    /// Who dropped out in the term before may come back; later nobody does. Told apart before the term is lived, and put on
    /// the roll after it, so that nobody has two events in one term and a date before the last.
    /// </summary>
    private List<SyntheticStudent> TakeReturning(DateOnly first, DateOnly last, int schoolYear)
    {
        var returning = away
            .Where(student => student.DroppedOutOn > first.AddMonths(-MonthsToReturn) && student.GradeIn(schoolYear) <= plan.HighestGrade)
            .Where(_ => chance.Happens(settings.ReturnShare))
            .ToList();
        foreach (var student in returning)
        {
            away.Remove(student);
            (student.OnRollSince, student.DroppedOutOn) = (chance.Between(first, last), null);
        }

        return returning;
    }

    /// <summary>In a term. Of the spring's dropouts a part is back by December and is not counted in the year.</summary>
    private double DropoutShare(SyntheticStudent student, int schoolYear)
    {
        var percent = student.StageIn(schoolYear) == SchoolStage.Primary ? plan.District.PrimaryDropoutPercent : plan.District.JuniorDropoutPercent;
        var trend = Math.Max(0.2, 1 + plan.District.DropoutTrend * (schoolYear - settings.FirstYear));
        return percent / 100 * trend / (2 - settings.ReturnShare);
    }

    private void Graduate(int year, List<EnrolmentEvent> events, SchoolTally tally)
    {
        var on = new DateOnly(year, 7, 6);
        var graduates = onRoll.RemoveAll(student =>
        {
            if (student.GradeIn(year - 1) != plan.HighestGrade)
                return false;
            events.Add(student.Event(EnrolmentKind.Graduated, on, year - 1));
            return true;
        });
        if (plan.HighestGrade > 6)
        {
            tally.JuniorGraduates = graduates;
            tally.JuniorCohortLost = away.Count(student => student.GradeIn(year - 1) == plan.HighestGrade);
        }
    }

    private void Count(int year, SchoolTally tally)
    {
        foreach (var student in onRoll)
            tally.AddEnrolled(student.StageIn(year));
        foreach (var student in away)
        {
            if (student.DroppedOutOn is { } on && on.Year == year)
                tally.AddEnrolled(student.StageIn(Domain.Periods.Period.SchoolYearOf(on)));
        }
    }
}
