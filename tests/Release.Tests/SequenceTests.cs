using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Release;
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
    public void What_is_shown_again_leaves_nothing_of_the_total_untold_but_what_was_small()
    {
        var city = ProtectionTests.CityOf("P P P", "3 20 2");
        Assert.NotNull(city.WhyWithheld(Towns.School(0, 0), myopic));
        city.Report(Towns.School(0, 0), new Figure("health.myopic", year, SchoolStage.Primary, 8));
        city.Report(Towns.School(0, 2), new Figure("health.myopic", year, SchoolStage.Primary, 9));
        Assert.Null(city.WhyWithheld(Towns.School(0, 0), myopic));
        Assert.Null(city.WhyWithheld(Towns.School(0, 2), myopic));
    }

    /// <summary>Nothing of a small count in the newest answers, and all earlier ones, though no two reports came at once.</summary>
    [Fact]
    public void Reports_that_come_in_one_by_one_give_none_of_their_counts_away() => Assert.All(
        Reports.Several(100).Where(made => made.Districts.Length <= 3),
        made =>
        {
            var (reader, unchanged, look) = (new Reader(), new List<Relation>(), 0);
            foreach (var (city, reported) in Reporting(made))
            {
                reader.Look(city, ++look);
                unchanged.AddRange(reader.True.Keys.ToList()
                    .Where(cell => cell.Look == look - 1 && city.Tree.Find(cell.Unit)!.Level == OrgUnitLevel.School && cell.Unit != reported)
                    .Select(cell => new Relation([cell], [cell with { Look = look }], true)));
                var disclosures = new Inference(reader, city.Tree, unchanged).Disclosures(cell => cell.Look == look).ToList();
                Assert.True(disclosures.Count == 0, $"{string.Join(" | ", made.Districts)} look {look}, {reported} reported:\n{string.Join('\n', disclosures)}");
            }
        });

    [Fact]
    public void A_total_is_held_back_while_the_step_from_the_last_would_be_one_schools_count()
    {
        var city = ProtectionTests.CityOf("P P P P P P P", "20 30 40", "P", "50");
        Assert.Null(city.WhyWithheld(Towns.District(0), myopic));
        Assert.Null(city.WhyWithheld(Towns.CityId, myopic));

        city.Report(Towns.School(0, 0), new Figure("health.myopic", year, SchoolStage.Primary, 3));
        Assert.Equal(Suppression.SmallCount, city.WhyWithheld(Towns.District(0), myopic));
        Assert.Equal(Suppression.SmallCount, city.WhyWithheld(Towns.CityId, myopic));

        foreach (var school in new[] { 3, 4 })
        {
            city.Report(Towns.School(0, school), new Figure("health.myopic", year, SchoolStage.Primary, 4), new Figure("health.screened", year, SchoolStage.Primary, 40));
            Assert.NotNull(city.WhyWithheld(Towns.District(0), myopic));
        }

        city.Report(Towns.School(0, 5), new Figure("health.myopic", year, SchoolStage.Primary, 4), new Figure("health.screened", year, SchoolStage.Primary, 40));
        Assert.Null(city.WhyWithheld(Towns.District(0), myopic));
        Assert.Null(city.WhyWithheld(Towns.CityId, myopic));
    }

    [Fact]
    public void Where_what_came_in_is_shown_itself_the_total_goes_on()
    {
        var city = ProtectionTests.CityOf("P P P", "20 30 40");
        Assert.Null(city.WhyWithheld(Towns.District(0), myopic));
        city.Report(Towns.School(0, 0), new Figure("health.myopic", year, SchoolStage.Primary, 21));
        Assert.Null(city.WhyWithheld(Towns.District(0), myopic));
    }

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

    /// <summary>The schools report one by one, in an order that the numbers make, and some of them again.</summary>
    private static IEnumerable<(City City, OrgUnitId Reported)> Reporting((string[] Districts, int[] Numbers) made)
    {
        var city = Towns.Make(made.Districts);
        var schools = city.Tree.All.Where(unit => unit.Level == OrgUnitLevel.School).Index().ToList();
        foreach (var (round, each) in new[] { (0, 1), (1, 3) })
        {
            foreach (var school in schools.Where(school => school.Index % each == 0).OrderBy(school => made.Numbers[^(school.Index + 1)]).ThenBy(school => school.Index))
            {
                city.Report(school.Item.Id, FiguresOf(school, round));
                yield return (city, school.Item.Id);
            }
        }

        Figure[] FiguresOf((int Index, OrgUnit Item) school, int round) =>
        [
            .. school.Item.Stages.Index().SelectMany(stage => (Figure[])
            [
                new Figure("health.myopic", year, stage.Item, made.Numbers[(100 * round) + (2 * school.Index) + stage.Index]),
                new Figure("health.screened", year, stage.Item, 60),
            ]),
        ];
    }
}
