using static EduAnalytics.Findings.Tests.Small;

namespace EduAnalytics.Findings.Tests;

public sealed class ChangeTests
{
    [Fact]
    public void A_half_year_beside_a_year_is_never_a_fall()
    {
        var city = WithSchools(0).State(District, Of("finance.allocated", "2023", 62_171_886.03m), Of("finance.allocated", "2024H1", 33_831_834.88m));
        Assert.Empty(city.Of(District).By("jump.count"));
        Assert.Empty(city.Of(District).By("finance.allocated_fell"));

        city.State(District, Of("finance.allocated", "2023H2", 60_000_000m));
        Assert.Empty(city.Of(District).By("jump.count"));
        Assert.Empty(city.Of(District).By("finance.allocated_fell"));

        city.State(District, Of("finance.allocated", "2023H1", 34_000_000m));
        Assert.Empty(city.Of(District).By("jump.count"));
        Assert.Equal([34_000_000m, 33_831_834.88m], Assert.Single(city.Of(District).By("finance.allocated_fell")).Values);
    }

    [Theory]
    [InlineData(1000, 1300, false)]
    [InlineData(1000, 1301, true)]
    [InlineData(1000, 699, true)]
    [InlineData(10, 29, false)]
    [InlineData(10, 30, true)]
    public void A_count_jumps_by_more_than_three_tenths_of_no_small_number(int before, int now, bool raised)
    {
        var city = WithSchools(0).State(District, Of("preschool.children", 2023, before), Of("preschool.children", 2024, now));

        Assert.Equal(raised, city.Of(District).By("jump.count").Any());
    }

    [Fact]
    public void Schools_that_began_to_report_are_no_growth()
    {
        var city = WithSchools(2).State(School(0), Primary("students.enrolled", 2023, 300), Primary("students.enrolled", 2024, 310));

        city.State(School(1), Primary("students.enrolled", 2024, 400));

        Assert.Empty(city.Findings.By("jump.count"));
    }

    [Fact]
    public void A_jump_is_told_by_stage_and_not_again_for_all_stages()
    {
        var city = WithSchools(0).State(District, Primary("students.enrolled", 2023, 1000), Primary("students.enrolled", 2024, 2000));

        Assert.Equal(Domain.OrgUnits.SchoolStage.Primary, Assert.Single(city.Of(District).By("jump.count")).Id.Stage);
    }

    [Theory]
    [InlineData(22.7, 28.8, false)]
    [InlineData(22.7, 32.7, false)]
    [InlineData(22.7, 32.8, true)]
    public void A_rate_jumps_by_more_than_ten_points(double before, double now, bool raised)
    {
        var city = WithSchools(0).State(
            District, Of("preschool.public_share", 2023, (decimal)before), Of("preschool.public_share", 2024, (decimal)now));

        Assert.Equal(raised, city.Of(District).By("jump.rate").Any());
    }

    [Fact]
    public void A_rate_of_a_handful_of_students_does_not_jump()
    {
        var city = WithSchools(1).State(
            School(0),
            Primary("fitness.tested", 2023, 20), Primary("fitness.excellent", 2023, 0), Primary("fitness.good", 2023, 5),
            Primary("fitness.tested", 2024, 20), Primary("fitness.excellent", 2024, 0), Primary("fitness.good", 2024, 10));

        Assert.Empty(city.Of(School(0)).By("jump.rate"));
    }

    [Theory]
    [InlineData(54.0, 53.5, false)]
    [InlineData(54.0, 53.6, true)]
    public void Myopia_is_to_fall_by_half_a_point_a_year(double before, double now, bool raised)
    {
        var city = WithSchools(0).State(District, Of("health.myopia_rate", 2023, (decimal)before), Of("health.myopia_rate", 2024, (decimal)now));

        Assert.Equal(raised, city.Of(District).By("health.myopia_not_falling").Any());
    }
}
