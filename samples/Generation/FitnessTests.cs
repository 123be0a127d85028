using EduAnalytics.Domain.Fitness;

namespace EduAnalytics.Samples.Generation;

/// <summary>One school's yearly fitness tests: a day a grade, in October or, at every third school, in September.</summary>
internal sealed class FitnessTests(SchoolPlan plan, GeneratorSettings settings, Chance chance)
{
    private const double StrengthDeviation = 8;
    private const double DayDeviation = 7.5;
    private const double SchoolDeviation = 1.2;
    private const double LowestScore = 15;
    private const double HighestScore = 118;

    private readonly double offset = SchoolDeviation * chance.Normal();
    private readonly bool testsInSeptember = chance.Below(3) == 0;

    public IEnumerable<FitnessResult> Hold(int year, IReadOnlyList<SyntheticStudent> onRoll)
    {
        var first = testsInSeptember ? new DateOnly(year, 9, 12) : new DateOnly(year, 10, 10);
        var participation = 0.955 + 0.04 * chance.Fraction();
        var mean = plan.District.FitnessMean + plan.District.FitnessTrend * (year - settings.FirstYear) + offset;
        return onRoll
            .Select(student => (Student: student, Grade: student.GradeIn(year), Takes: chance.Happens(participation), Form: chance.Normal()))
            .Select(test => (test, On: NextWeekday(first.AddDays(test.Grade))))
            .Where(at => at.test.Takes && at.test.Student.OnRollSince < at.On)
            .Select(at => new FitnessResult(
                at.test.Student.Id, at.On, at.test.Grade, at.test.Student.Sex,
                Score(mean + StrengthDeviation * at.test.Student.Strength + DayDeviation * at.test.Form)))
            .OrderBy(result => result.TestedOn);
    }

    private static decimal Score(double points) =>
        decimal.Round((decimal)Math.Clamp(points, LowestScore, HighestScore), 1, MidpointRounding.AwayFromZero);

    private static DateOnly NextWeekday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };
}
