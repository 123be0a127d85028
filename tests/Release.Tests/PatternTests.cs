using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Release;
using EduAnalytics.Release.Tests.Cities;

namespace EduAnalytics.Release.Tests;

/// <summary>Who is closed for whom, and what readers are told.</summary>
public sealed class PatternTests
{
    private static readonly Period year = Period.OfYear(2024);
    private static readonly MeasureKey myopic = new("health.myopic", year, null);

    [Fact]
    public void The_next_school_of_the_district_is_withheld_beside_a_small_count()
    {
        var city = ProtectionTests.CityOf("P P P", "20 3 9");
        Assert.Null(city.WhyWithheld(Towns.School(0, 0), myopic));
        Assert.Equal(Suppression.SmallCount, city.WhyWithheld(Towns.School(0, 1), myopic));
        Assert.Equal(Suppression.Complementary, city.WhyWithheld(Towns.School(0, 2), myopic));
        Assert.Null(city.WhyWithheld(Towns.District(0), myopic));
    }

    [Fact]
    public void A_denominator_that_is_large_everywhere_is_shown()
    {
        var city = ProtectionTests.CityOf("P P P", "20 3 9");
        Assert.Null(city.WhyWithheld(Towns.School(0, 1), new MeasureKey("health.screened", year, null)));
    }

    [Fact]
    public void Two_small_counts_that_add_up_to_the_threshold_need_no_other()
    {
        var city = ProtectionTests.CityOf("P P P", "3 2 20");
        Assert.Null(city.WhyWithheld(Towns.School(0, 2), myopic));
    }

    [Fact]
    public void Reasons_are_not_told_apart_where_that_would_tell_more()
    {
        // Six, known to be no small count, could be five at the least; and the small one beside it not four.
        var city = ProtectionTests.CityOf("P P P", "2 6 20");
        Assert.Equal(Suppression.SmallCount, city.WhyWithheld(Towns.School(0, 0), myopic));
        Assert.Equal(Suppression.SmallCount, city.WhyWithheld(Towns.School(0, 1), myopic));
    }

    [Fact]
    public void A_district_with_one_small_stage_keeps_its_total()
    {
        var city = ProtectionTests.CityOf("P J", "3 30", "P J", "20 20");
        Assert.Null(city.WhyWithheld(Towns.District(0), myopic));
        Assert.NotNull(city.WhyWithheld(Towns.District(0), myopic with { Stage = SchoolStage.Primary }));
        Assert.NotNull(city.WhyWithheld(Towns.District(1), myopic with { Stage = SchoolStage.Primary }));
    }

    [Fact]
    public void A_city_whose_own_count_is_small_withholds_it() =>
        Assert.Equal(Suppression.SmallCount, ProtectionTests.CityOf("P P", "3 0").WhyWithheld(Towns.CityId, myopic));

    [Fact]
    public void Where_nearly_everybody_is_above_the_line_the_denominator_goes_too()
    {
        var city = Towns.Make("P P");
        city.Report(Towns.School(0, 0), new Figure("health.myopic", year, null, 3), new Figure("health.screened", year, null, 40));
        city.Report(Towns.School(0, 1), new Figure("health.myopic", year, null, 40), new Figure("health.screened", year, null, 40));
        Assert.NotNull(city.WhyWithheld(Towns.School(0, 1), new MeasureKey("health.screened", year, null)));
    }

    [Fact]
    public void What_the_unit_above_was_not_asked_about_is_withheld()
    {
        var city = ProtectionTests.CityOf("P P", "20 30");
        var cut = new ReleaseBook(Shipped.Catalogue.Counts, () => city.ScopeOf(Towns.District(0)));
        Assert.Equal(Suppression.Complementary, cut.WhyWithheld(Towns.District(0), [myopic with { Stage = SchoolStage.Primary }]));
    }

    [Fact]
    public void A_district_withholds_its_own_small_count_before_the_city_has_heard_of_it()
    {
        var city = ProtectionTests.CityOf("P P", "0 0", "P P", "20 30");
        city.ReportToDistrict(Towns.School(0, 0), new Figure("health.myopic", year, SchoolStage.Primary, 3));
        Assert.Equal(Suppression.SmallCount, city.WhyWithheld(Towns.District(0), myopic));
    }
}
