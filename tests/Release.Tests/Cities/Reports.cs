using System.Collections.Immutable;
using CsCheck;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Release.Tests.Cities;

/// <summary>Made-up reports of schools, with many noughts and small counts.</summary>
internal static class Reports
{
    public static readonly ImmutableArray<Period> Months = [.. new[] { "2023-03", "2023-10", "2024-05", "2024-12" }.Select(Period.Parse)];

    private static readonly ImmutableArray<Period> caseMonths =
        [.. new[] { "2023-11", "2023-12", "2024-05", "2024-06", "2024-12" }.Select(Period.Parse)];

    private static readonly ImmutableArray<Period> longerThanCases =
        [.. new[] { "2023", "2024", "SY2023", "2023H2", "2024H1", "2024H2" }.Select(Period.Parse)];

    private const int Roll = 200;

    private static readonly Gen<int> few = Gen.Frequency((4, Gen.Const(0)), (5, Gen.Int[1, 4]), (3, Gen.Int[5, 30]));

    private static readonly Gen<string> school = Gen.Frequency((2, Gen.Const("P")), (1, Gen.Const("J")), (1, Gen.Const("PJ")));

    private static readonly Gen<string[]> districts = school.Array[1, 4].Select(schools => string.Join(' ', schools)).Array[1, 4];

    /// <summary>A city and a seed for what its schools report.</summary>
    public static readonly Gen<(string[] Districts, int[] Numbers)> Cities = Gen.Select(districts, few.Array[400]);

    /// <summary>The same cities in each run, many of them of districts with hardly a large count.</summary>
    public static IEnumerable<(string[] Districts, int[] Numbers)> Several(int count) =>
        Enumerable.Range(1, count).Select(number => Cities.Generate(new PCG((uint)number, 230404), null, out _));

    /// <summary>Short-sighted students and fitness bands, by year and by school year.</summary>
    public static City OfYears((string[] Districts, int[] Numbers) made)
    {
        var (city, next) = (Towns.Make(made.Districts), 0);
        int Few() => made.Numbers[next++ % made.Numbers.Length];
        foreach (var (unit, stage) in Schools(city))
        {
            var figures = new List<Figure>();
            foreach (var period in new[] { Period.OfYear(2023), Period.OfYear(2024) })
                Add("health.myopic", period, Few()).Add("health.screened", period, 40);
            foreach (var period in new[] { Period.OfYear(2024), Period.OfSchoolYear(2023), Period.OfSchoolYear(2024) })
            {
                var (excellent, good, passed) = (Few(), Few(), Few());
                Add(MeasureCodes.FitnessExcellent, period, excellent).Add(MeasureCodes.FitnessGood, period, good)
                    .Add(MeasureCodes.FitnessPassed, period, passed).Add(MeasureCodes.FitnessTested, period, excellent + good + passed + Few());
            }

            city.Report(unit, [.. figures]);

            FigureList Add(string code, Period period, int value) => new FigureList(figures, stage).Add(code, period, value);
        }

        return city;
    }

    /// <summary>Dropouts by month, which add up to half-years, years and school years, with the roll behind them.</summary>
    public static City OfMonths((string[] Districts, int[] Numbers) made)
    {
        var (city, next) = (Towns.Make(made.Districts), 0);
        foreach (var (unit, stage) in Schools(city))
        {
            var figures = new List<Figure>();
            var list = new FigureList(figures, stage);
            var byMonth = Months.ToDictionary(month => month, _ => made.Numbers[next++ % made.Numbers.Length] / 2);
            foreach (var period in Months.Concat(Longer()))
            {
                var dropped = byMonth.Where(pair => period.Contains(pair.Key.Start)).Sum(pair => pair.Value);
                list.Add(MeasureCodes.DroppedOut, period, dropped);
                list.Add(MeasureCodes.Enrolled, period, Roll + period.End.DayOfYear + dropped);
            }

            city.Report(unit, [.. figures]);
        }

        return city;
    }

    /// <summary>Dropouts of three years, and the ledger on which they stand until their cases are closed.</summary>
    public static City OfLedgers((string[] Districts, int[] Numbers) made)
    {
        var (city, next) = (Towns.Make(made.Districts), 0);
        int Few() => made.Numbers[next++ % made.Numbers.Length];
        foreach (var (unit, stage) in Schools(city))
        {
            var (figures, open) = (new List<Figure>(), Few());
            foreach (var year in new[] { 2022, 2023, 2024 }.Select(Period.OfYear))
            {
                var (dropped, closed) = (Few(), Math.Min(Few(), open));
                open += dropped - closed;
                new FigureList(figures, stage).Add(MeasureCodes.DroppedOut, year, dropped).Add(MeasureCodes.Closed, year, closed).Add(MeasureCodes.Confirmed, year, open)
                    .Add(MeasureCodes.Enrolled, year, Roll + dropped);
            }

            city.Report(unit, [.. figures]);
        }

        return city;
    }

    /// <summary>Suspicions, dropouts and their cases as they stand and close by month, and what follows for longer periods.</summary>
    public static City OfCases((string[] Districts, int[] Numbers) made)
    {
        var (city, next) = (Towns.Make(made.Districts), 0);
        int Few() => made.Numbers[next++ % made.Numbers.Length] / 2;
        foreach (var (unit, stage) in Schools(city))
        {
            var (figures, stood) = (new List<Figure>(), Few());
            var (list, open) = (new FigureList(figures, stage), stood);
            var byMonth = new List<(Period Month, int Dropped, int Closed, int Open, int Suspected)>();
            foreach (var month in caseMonths)
            {
                var (dropped, closed) = (Few(), Math.Min(Few(), open));
                open += dropped - closed;
                byMonth.Add((month, dropped, closed, open, Few()));
            }

            foreach (var period in caseMonths.Concat(longerThanCases))
            {
                var within = byMonth.Where(one => period.Contains(one.Month.Start)).ToList();
                var last = byMonth.LastOrDefault(one => one.Month.End <= period.End, (Month: period, Dropped: 0, Closed: 0, Open: stood, Suspected: 0));
                var dropped = within.Sum(one => one.Dropped);
                list.Add(MeasureCodes.DroppedOut, period, dropped).Add(MeasureCodes.Closed, period, within.Sum(one => one.Closed))
                    .Add(MeasureCodes.Confirmed, period, last.Open).Add(MeasureCodes.Suspected, period, last.Suspected)
                    .Add(MeasureCodes.Enrolled, period, Roll + period.End.DayOfYear + dropped);
            }

            city.Report(unit, [.. figures]);
        }

        return city;
    }

    private static IEnumerable<Period> Longer() =>
    [
        Period.OfYear(2023), Period.OfYear(2024), Period.OfSchoolYear(2022), Period.OfSchoolYear(2023), Period.OfSchoolYear(2024),
        Period.Parse("2023H1"), Period.Parse("2023H2"), Period.Parse("2024H1"), Period.Parse("2024H2"),
    ];

    private static IEnumerable<(OrgUnitId Unit, SchoolStage Stage)> Schools(City city) =>
        city.Tree.All.Where(unit => unit.Level == OrgUnitLevel.School).SelectMany(unit => unit.Stages, (unit, stage) => (unit.Id, stage));

    private readonly record struct FigureList(List<Figure> Figures, SchoolStage Stage)
    {
        public FigureList Add(string code, Period period, int value)
        {
            Figures.Add(new Figure(code, period, Stage, value));
            return this;
        }
    }
}
