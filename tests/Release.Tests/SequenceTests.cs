using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Release.Tests.Cities;
using EduAnalytics.Release.Tests.Solving;

namespace EduAnalytics.Release.Tests;

/// <summary>A reader who looks after every report, and lays the answers side by side.</summary>
public sealed class SequenceTests
{
    private static readonly Period year = Period.OfYear(2024);
    private static readonly MeasureKey myopic = new("health.myopic", year, null);

    [Fact]
    public void A_school_closed_for_another_stays_closed_when_more_would_serve()
    {
        var city = ProtectionTests.CityOf("P P P P", "3 0 20 0");
        Assert.NotNull(city.WhyWithheld(Towns.School(0, 2), myopic));

        // The school next to the small one would be taken now, if it were for the first time.
        city.Report(Towns.School(0, 1), new Figure("health.myopic", year, SchoolStage.Primary, 30));
        Assert.NotNull(city.WhyWithheld(Towns.School(0, 2), myopic));
        Assert.Null(city.WhyWithheld(Towns.School(0, 1), myopic));
        city.Restart();
        Assert.NotNull(city.WhyWithheld(Towns.School(0, 1), myopic));
    }

    [Fact]
    public void It_is_opened_when_the_small_count_is_small_no_more()
    {
        var city = ProtectionTests.CityOf("P P P", "3 20 2");
        Assert.NotNull(city.WhyWithheld(Towns.School(0, 0), myopic));
        city.Report(Towns.School(0, 0), new Figure("health.myopic", year, SchoolStage.Primary, 8));
        city.Report(Towns.School(0, 2), new Figure("health.myopic", year, SchoolStage.Primary, 9));
        Assert.Empty(Reader.Of(city).Withheld);
    }

    [Fact]
    public void Reports_that_come_in_after_a_small_count_do_not_give_it_away() => Assert.All(
        Reports.Several(40).Where(made => made.Districts.Length <= 3),
        made =>
        {
            var (reader, unchanged, look) = (new Reader(), new List<Relation>(), 0);
            OrgUnitTree? tree = null;
            foreach (var (city, reported) in Reporting(made))
            {
                reader.Look(city, ++look);
                tree = city.Tree;
                unchanged.AddRange(reader.True.Keys.ToList()
                    .Where(cell => cell.Look == look - 1 && tree.Find(cell.Unit)!.Level == OrgUnitLevel.School && cell.Unit != reported)
                    .Select(cell => new Relation([cell], [cell with { Look = look }], true)));
            }

            var disclosures = new Inference(reader, tree!, unchanged)
                .Disclosures(cell => cell.Look == look && tree!.Find(cell.Unit)!.Level == OrgUnitLevel.School && WasLargeAbove(cell))
                .ToList();
            Assert.True(disclosures.Count == 0, string.Join('\n', disclosures));

            // What a district had while it was small itself is told by what it has later; the decision on small counts says so.
            bool WasLargeAbove(Cell cell) =>
                reader.True.GetValueOrDefault(new Cell(tree!.Find(cell.Unit)!.Parent!.Value, cell.Key, 1)) >= Towns.Threshold;
        });

    [Fact]
    public void A_restart_with_the_same_reports_withholds_the_same() => Assert.All(
        Reports.Several(30),
        made =>
        {
            var city = Reports.OfYears(made);
            var before = Reader.Of(city);
            city.Restart();
            Assert.Equal(before.Withheld, Reader.Of(city).Withheld);
        });

    /// <summary>First all schools with a small count and some others report, then the rest one by one, in an order that the numbers make.</summary>
    private static IEnumerable<(City City, OrgUnitId Reported)> Reporting((string[] Districts, int[] Numbers) made)
    {
        var city = Towns.Make(made.Districts);
        var schools = city.Tree.All.Where(unit => unit.Level == OrgUnitLevel.School).Index().ToList();
        var small = schools.Where(school => FiguresOf(school).Any(figure => figure.Value is > 0 and < Towns.Threshold)).ToList();
        var first = small.Concat(schools.Where(school => school.Index % 2 == 0)).Distinct().ToList();
        foreach (var school in first)
            city.Report(school.Item.Id, FiguresOf(school));
        yield return (city, Towns.CityId);
        foreach (var school in schools.Except(first).OrderBy(school => made.Numbers[^(school.Index + 1)]).ThenBy(school => school.Index))
        {
            city.Report(school.Item.Id, FiguresOf(school));
            yield return (city, school.Item.Id);
        }

        Figure[] FiguresOf((int Index, OrgUnit Item) school) =>
        [
            .. school.Item.Stages.Index().SelectMany(stage => (Figure[])
            [
                new Figure("health.myopic", year, stage.Item, made.Numbers[(2 * school.Index) + stage.Index]),
                new Figure("health.screened", year, stage.Item, 60),
            ]),
        ];
    }
}
