using EduAnalytics.Domain.Findings;
using static EduAnalytics.Findings.Tests.Small;

namespace EduAnalytics.Findings.Tests;

public sealed class GapTests
{
    [Fact]
    public void A_rate_gets_its_components_and_is_alone_no_more()
    {
        var city = WithSchools(0).State(District, Of("preschool.public_share", 2024, 28.8m));
        Assert.Single(city.Of(District).By("rate.reported_alone"));

        city.State(District, Of("preschool.children", 2024, 1842), Of("preschool.children_public", 2024, 530));

        Assert.Empty(city.Of(District).By("rate.reported_alone"));
    }

    [Fact]
    public void A_zero_that_schools_counted_has_something_behind_it()
    {
        var city = WithSchools(1)
            .State(District, Of("students.dropped_out", 2024, 0))
            .State(School(0), Primary("students.enrolled", 2024, 300));

        Assert.Empty(city.Of(District).By("zero.dropout_without_base"));
    }

    [Fact]
    public void What_is_said_of_myopia_goes_quiet_when_the_figure_is_given_for_any_stage()
    {
        var city = WithSchools(0).State(District, Of("health.schools_myopia_not_falling", 2023, 1));
        Assert.Single(city.Of(District).By("claim.myopia_without_figure"));

        city.State(District, Primary("health.myopia_rate", 2023, 41.2m));

        Assert.Empty(city.Of(District).By("claim.myopia_without_figure"));
    }

    [Fact]
    public void All_that_a_school_lacks_is_one_finding_which_shrinks_and_goes()
    {
        var city = WithSchools(1).State(School(0), Primary("students.enrolled", 2024, 300));
        Assert.Equal([3, 3], Required(city)!.Values);

        city.State(School(0), Primary("students.dropped_out", 2024, 0), Primary("health.myopia_rate", 2023, 40));
        Assert.Equal([1, 3], Required(city)!.Values);

        city.State(School(0), Primary("fitness.pass_rate", 2024, 95));
        Assert.Null(Required(city));
    }

    [Fact]
    public void Only_the_newest_year_is_asked_for()
    {
        var city = WithSchools(1).State(School(0), Primary("students.enrolled", 2020, 300));
        city.State(School(0), Primary("students.enrolled", 2024, 310));

        Assert.Equal(2024, Required(city)!.Period.Start.Year);
    }

    [Fact]
    public void Kindergartens_are_not_asked_for_what_schools_must_give()
    {
        var city = WithSchools(1, Domain.OrgUnits.SchoolStage.Kindergarten).State(School(0), Of("preschool.children", 2024, 60));

        Assert.Null(Required(city));
    }

    private static Finding? Required(WorkedCity city) => city.Of(School(0)).By("required.school").SingleOrDefault();
}
