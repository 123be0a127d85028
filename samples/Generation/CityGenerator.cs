using System.Collections.Immutable;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Samples.Generation;

/// <summary>
/// The generated part of the city: schools, their students' ways and fitness, and the figures of schools and districts.
/// All of it is marked synthetic, and every figure names the generator as its source. Without a clock and without state:
/// asked twice, it tells the same.
/// </summary>
public sealed class CityGenerator
{
    public const string Document = "演示数据生成器（生成数据，非真实）";

    private readonly GeneratorSettings settings;
    private readonly ImmutableArray<(OrgUnit District, DistrictSettings Settings, ImmutableArray<SchoolPlan> Schools)> districts;

    /// <param name="units">The city's units, among them all districts of the settings.</param>
    /// <exception cref="InvalidDataException">The settings name a district that is not among the units or not synthetic.</exception>
    public CityGenerator(GeneratorSettings settings, IEnumerable<OrgUnit> units)
    {
        this.settings = settings;
        var synthetic = units.Where(unit => unit is { Level: OrgUnitLevel.District, Synthetic: true }).ToDictionary(unit => unit.Id.Code);
        districts =
        [
            .. settings.Districts.Select(district => synthetic.TryGetValue(district.Code, out var unit)
                ? (unit, district, SchoolPlans.Of(unit, district, settings))
                : throw new InvalidDataException($"The generator's settings name {district.Code}, which is no synthetic district.")),
        ];
    }

    /// <summary>The generated schools, to be registered after their districts.</summary>
    public ImmutableArray<OrgUnit> Schools => [.. districts.SelectMany(district => district.Schools).Select(plan => plan.Unit)];

    /// <summary>Unit by unit, and for each unit in the order of time, as the rules of enrolment want it.</summary>
    public IEnumerable<Submission> Submissions() => districts.SelectMany(Generate);

    private IEnumerable<Submission> Generate((OrgUnit Unit, DistrictSettings Settings, ImmutableArray<SchoolPlan> Schools) district)
    {
        var tallies = new Dictionary<int, DistrictTally>();
        foreach (var plan in district.Schools)
        {
            var written = new SubmissionWriter(plan.Unit.Id, settings);
            var lines = plan.IsKindergarten ? KindergartenYears(plan, written) : SchoolYears(plan, written, tallies);
            foreach (var submission in lines)
                yield return submission;
        }

        foreach (var submission in DistrictYears(district.Unit, district.Settings, tallies))
            yield return submission;
    }

    private IEnumerable<Submission> SchoolYears(SchoolPlan plan, SubmissionWriter written, Dictionary<int, DistrictTally> tallies)
    {
        var chance = new Chance(settings.Seed, plan.Unit.Id.Code);
        var roll = new SchoolRoll(plan, settings, chance);
        var fitness = new FitnessTests(plan, settings, chance);
        var reports = new MonthlyReports(settings, new Chance(settings.Seed, $"{plan.Unit.Id.Code} monthly reports"));
        var annual = new SchoolReturn(plan, settings, chance);
        foreach (var year in Years)
        {
            var tally = new SchoolTally();
            var events = roll.Live(year, tally);
            foreach (var submission in written.Enrolment(year, events)
                .Concat(written.MonthlyReports(year, reports.For(year, events)))
                .Concat(written.Fitness(year, fitness.Hold(year, roll.OnRoll))))
            {
                yield return submission;
            }

            tallies[year] = tallies.GetValueOrDefault(year).Plus(tally);
            foreach (var submission in written.Figures(year, annual.For(year, tally)))
                yield return submission;
        }
    }

    private IEnumerable<Submission> KindergartenYears(SchoolPlan plan, SubmissionWriter written)
    {
        var annual = new KindergartenReturn(plan, settings, new Chance(settings.Seed, plan.Unit.Id.Code));
        return Years.SelectMany(year => written.Figures(year, annual.For(year)));
    }

    private IEnumerable<Submission> DistrictYears(OrgUnit unit, DistrictSettings district, Dictionary<int, DistrictTally> tallies)
    {
        var written = new SubmissionWriter(unit.Id, settings);
        var annual = new DistrictReturn(district, settings, new Chance(settings.Seed, unit.Id.Code));
        return Years.SelectMany(year => written.Figures(year, FiguresOf(year)));

        IEnumerable<Figure> FiguresOf(int year) =>
            year == settings.FirstYear
                ? annual.For(year, tallies[year])
                : [annual.ForFirstHalf(year), .. annual.For(year, tallies[year])];
    }

    private IEnumerable<int> Years => Enumerable.Range(settings.FirstYear, settings.Through.Year - settings.FirstYear + 1);
}
