using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Release;
using EduAnalytics.Release.Tests.Cities;
using EduAnalytics.Release.Tests.Solving;

namespace EduAnalytics.Release.Tests;

/// <summary>Dropouts that are withheld, and the counts that balance with them: the ledger, the cases closed, and the roll of September.</summary>
public sealed class BalanceTests
{
    [Fact]
    public void No_small_count_of_dropouts_of_the_ledger_or_of_closed_cases_can_be_inferred_over_the_years() =>
        Assert.All(Reports.Several(200), made => ProtectionTests.AssertNothingIsDisclosed(Reports.OfLedgers(made)));

    [Fact]
    public void No_small_count_of_a_case_can_be_inferred_by_month() =>
        Assert.All(Reports.Several(60), made => ProtectionTests.AssertNothingIsDisclosed(Reports.OfCases(made)));

    /// <summary>The twin: with the ledgers of districts shown wherever they are large, the solver does find small counts.</summary>
    [Fact]
    public void If_large_ledgers_were_shown_small_counts_would_be_found()
    {
        var found = Reports.Several(20).Select(Reports.OfLedgers).Count(city =>
        {
            var reader = Reader.Of(city);
            foreach (var cell in reader.Withheld.Keys.Where(cell => cell.Key.Code is MeasureCodes.Confirmed or MeasureCodes.Closed && reader.True[cell] >= Towns.Threshold).ToList())
                reader.Withheld.Remove(cell);
            return new Inference(reader, city.Tree).Disclosures().Any();
        });
        Assert.InRange(found, 15, 20);
    }

    [Fact]
    public void The_ledger_of_a_unit_that_ever_had_a_case_is_withheld_in_all_years()
    {
        var city = OneSchoolWithFewDropouts();
        Assert.All([2022, 2023, 2024], year =>
        {
            Assert.Equal(Suppression.SmallCount, city.WhyWithheld(Towns.School(0, 1), Confirmed(year)));
            Assert.Equal(Suppression.SmallCount, city.WhyWithheld(Towns.School(0, 0), Confirmed(year)));
            Assert.Equal(Suppression.SmallCount, city.WhyWithheld(Towns.District(0), Confirmed(year)));
        });
    }

    [Fact]
    public void The_ledger_of_a_unit_that_never_had_a_case_is_shown() =>
        Assert.Null(OneSchoolWithFewDropouts().WhyWithheld(Towns.School(1, 0), Confirmed(2024)));

    [Fact]
    public void The_citys_ledger_is_shown_in_years_in_which_two_districts_have_enough_of_each_part_of_it()
    {
        var city = Towns.Make("P", "P");
        foreach (var district in new[] { 0, 1 })
        {
            // In 2023 nobody leaves the second district's ledger, so that whoever left it was the first one's.
            var closed = district == 0 ? 6 : 0;
            city.Report(
                Towns.School(district, 0),
                [.. Cases(2022, 10, 30, 8), .. Cases(2023, 10, 40 - closed, closed), .. Cases(2024, 10, 44 - closed, 6)]);
        }

        Assert.Null(city.WhyWithheld(Towns.CityId, Confirmed(2022)));
        Assert.NotNull(city.WhyWithheld(Towns.CityId, Confirmed(2023)));
        Assert.Null(city.WhyWithheld(Towns.CityId, Confirmed(2024)));
    }

    [Fact]
    public void The_roll_of_September_is_withheld_where_the_dropouts_of_its_school_year_are()
    {
        var (city, schoolYear, september) = (Towns.Make("P P"), Period.OfSchoolYear(2024), Period.Parse("2024-09"));
        foreach (var (school, dropped) in new[] { (0, 1), (1, 20) })
        {
            city.Report(
                Towns.School(0, school),
                new Figure(MeasureCodes.DroppedOut, september, SchoolStage.Primary, dropped),
                new Figure(MeasureCodes.DroppedOut, schoolYear, SchoolStage.Primary, dropped),
                new Figure(MeasureCodes.Enrolled, september, SchoolStage.Primary, 431),
                new Figure(MeasureCodes.Enrolled, schoolYear, SchoolStage.Primary, 430));
        }

        Assert.Equal(Suppression.SmallCount, city.WhyWithheld(Towns.School(0, 0), new MeasureKey(MeasureCodes.Enrolled, september, null)));
        Assert.Null(city.WhyWithheld(Towns.School(0, 0), new MeasureKey(MeasureCodes.Enrolled, schoolYear, null)));
    }

    private static MeasureKey Confirmed(int year) => new(MeasureCodes.Confirmed, Period.OfYear(year), null);

    private static Figure[] Cases(int year, int dropped, int confirmed, int closed) =>
    [
        new(MeasureCodes.DroppedOut, Period.OfYear(year), SchoolStage.Primary, dropped),
        new(MeasureCodes.Confirmed, Period.OfYear(year), SchoolStage.Primary, confirmed),
        new(MeasureCodes.Closed, Period.OfYear(year), SchoolStage.Primary, closed),
    ];

    /// <summary>Three schools of a district, of which the second has two dropouts in 2023; and a school elsewhere that has none.</summary>
    private static City OneSchoolWithFewDropouts()
    {
        var city = Towns.Make("P P P", "P");
        for (var school = 0; school < 3; school++)
        {
            var (few, open) = (school == 1 ? 2 : 8, school == 1 ? 11 : 17);
            city.Report(Towns.School(0, school), [.. Cases(2022, 9, 9, 0), .. Cases(2023, few, open, 0), .. Cases(2024, 0, open, 0)]);
        }

        city.Report(Towns.School(1, 0), [.. Cases(2022, 0, 0, 0), .. Cases(2023, 0, 0, 0), .. Cases(2024, 0, 0, 0)]);
        return city;
    }
}
