using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Release;
using EduAnalytics.Release.Tests.Cities;
using EduAnalytics.Release.Tests.Solving;

namespace EduAnalytics.Release.Tests;

/// <summary>Dropouts that are withheld, and the counts that balance with them: the ledger, and the roll of September.</summary>
public sealed class BalanceTests
{
    [Fact]
    public void From_the_year_of_a_small_count_of_dropouts_on_the_ledger_is_withheld_with_it()
    {
        var city = OneSchoolWithFewDropouts();
        var school = Towns.School(0, 1);
        Assert.Null(city.WhyWithheld(school, Confirmed(2022)));
        Assert.Equal(Suppression.SmallCount, city.WhyWithheld(school, Confirmed(2023)));
        Assert.Equal(Suppression.SmallCount, city.WhyWithheld(school, Confirmed(2024)));
        Assert.Null(city.WhyWithheld(Towns.District(0), Confirmed(2024)));
    }

    [Fact]
    public void Of_a_school_whose_dropouts_are_shown_the_ledger_is_too() =>
        Assert.Null(OneSchoolWithFewDropouts().WhyWithheld(Towns.School(0, 0), Confirmed(2024)));

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

    /// <summary>Where districts have hardly a large count, some are told more closely; the decision on small counts says so.</summary>
    [Fact]
    public void In_nearly_all_cities_a_ledger_tells_no_more_of_dropouts_than_they_do_themselves()
    {
        var told = Reports.Several(40).Select(Reports.OfLedgers).Count(city =>
        {
            var ofDropouts = Disclosed(Reader.Of(city, key => key.Code == MeasureCodes.DroppedOut), city);
            return Disclosed(Reader.Of(city), city).Except(ofDropouts).Any();
        });
        Assert.InRange(told, 0, 5);
    }

    private static MeasureKey Confirmed(int year) => new(MeasureCodes.Confirmed, Period.OfYear(year), null);

    private static IEnumerable<string> Disclosed(Reader reader, City city) =>
        new Inference(reader, city.Tree).Disclosures(cell => cell.Key.Code == MeasureCodes.DroppedOut);

    /// <summary>Three schools of a district, of which the second has two dropouts in 2023, and the third is withheld for it.</summary>
    private static City OneSchoolWithFewDropouts()
    {
        var city = Towns.Make("P P P");
        for (var school = 0; school < 3; school++)
        {
            var figures = new List<Figure>();
            foreach (var (year, dropped, confirmed) in new[] { (2022, 9, 9), (2023, school == 1 ? 2 : 8, school == 1 ? 11 : 17), (2024, 0, school == 1 ? 11 : 17) })
            {
                figures.Add(new Figure(MeasureCodes.DroppedOut, Period.OfYear(year), SchoolStage.Primary, dropped));
                figures.Add(new Figure(MeasureCodes.Confirmed, Period.OfYear(year), SchoolStage.Primary, confirmed));
                figures.Add(new Figure(MeasureCodes.Closed, Period.OfYear(year), SchoolStage.Primary, 0));
            }

            city.Report(Towns.School(0, school), [.. figures]);
        }

        return city;
    }
}
