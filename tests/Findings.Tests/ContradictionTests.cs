using EduAnalytics.Domain.OrgUnits;
using static EduAnalytics.Findings.Tests.Small;

namespace EduAnalytics.Findings.Tests;

public sealed class ContradictionTests
{
    [Fact]
    public void A_missing_part_is_no_contradiction_until_the_others_outgrow_the_total()
    {
        var city = WithSchools(0).State(District, Of("preschool.staff", 2024, 91), Of("preschool.staff_established", 2024, 17));
        Assert.Empty(city.Of(District).By("parts.kindergarten_staff"));

        city.State(District, Of("preschool.staff_established", 2024, 92));

        var finding = Assert.Single(city.Of(District).By("parts.kindergarten_staff"));
        Assert.Equal([92, 91], finding.Values);
    }

    [Fact]
    public void Parts_that_only_some_units_reported_may_fall_short_of_the_districts_total()
    {
        var city = WithSchools(2, SchoolStage.Kindergarten)
            .State(District, Of("preschool.staff_insured", 2024, 49))
            .State(School(0), Of("preschool.staff_housing_fund", 2024, 34), Of("preschool.staff_without_housing_fund", 2024, 0));
        Assert.Empty(city.Of(District).By("parts.insured_staff"));

        city.State(School(1), Of("preschool.staff_housing_fund", 2024, 0), Of("preschool.staff_without_housing_fund", 2024, 14));

        Assert.Equal([34, 14, 49], Assert.Single(city.Of(District).By("parts.insured_staff")).Values);
    }

    [Fact]
    public void A_contradiction_is_told_where_it_was_stated_and_not_again_above()
    {
        var city = WithSchools(1, SchoolStage.Kindergarten).State(
            School(0), Of("preschool.staff", 2024, 10), Of("preschool.staff_established", 2024, 4), Of("preschool.staff_contracted", 2024, 5));

        Assert.Equal(School(0), Assert.Single(city.Findings.By("parts.kindergarten_staff")).OrgUnit.Code);
    }

    [Theory]
    [InlineData(28.8, false)]
    [InlineData(28.77, false)]
    [InlineData(29, false)]
    [InlineData(28.7, true)]
    [InlineData(28.78, true)]
    [InlineData(30, true)]
    public void A_stated_share_agrees_with_530_of_1842_to_the_digits_it_is_stated_to(double stated, bool raised)
    {
        var city = WithSchools(0).State(
            District, Of("preschool.children", 2024, 1842), Of("preschool.children_public", 2024, 530), Of("preschool.public_share", 2024, (decimal)stated));

        Assert.Equal(raised, city.Of(District).By("stated.contradicted").Any());
    }

    [Fact]
    public void A_districts_total_is_held_against_its_schools_when_all_of_them_reported()
    {
        var city = WithSchools(2)
            .State(District, Primary("students.enrolled", 2024, 800))
            .State(School(0), Of("students.enrolled", 2024, 300, SchoolStage.Primary));
        Assert.Empty(city.Of(District).By("stated.contradicted"));

        city.State(School(1), Of("students.enrolled", 2024, 480, SchoolStage.Primary));

        var finding = Assert.Single(city.Of(District).By("stated.contradicted"));
        Assert.Equal([800, 780], finding.Values);
        Assert.Equal("students.enrolled", finding.Id.Subject);
    }

    [Fact]
    public void A_part_larger_than_its_whole_is_critical()
    {
        var city = WithSchools(0).State(District, Of("preschool.children", 2024, 500), Of("preschool.children_public", 2024, 530));

        Assert.Equal([530, 500, 106], Assert.Single(city.Of(District).By("share.out_of_bounds")).Values);
    }

    [Fact]
    public void Gross_enrolment_may_exceed_its_base()
    {
        var city = WithSchools(0).State(District, Of("preschool.children", 2024, 1000), Of("preschool.children_aged_3_to_5", 2024, 950));

        Assert.Empty(city.Of(District).By("share.out_of_bounds"));
    }

    [Theory]
    [InlineData(33.4, 12, true)]
    [InlineData(33.3, 12, false)]
    [InlineData(33, 12, false)]
    [InlineData(28.8, 1842, false)]
    public void A_share_of_a_known_number_is_one_that_a_whole_count_gives(double share, int children, bool raised)
    {
        var city = WithSchools(0).State(District, Of("preschool.children", 2024, children), Of("preschool.public_share", 2024, (decimal)share));

        Assert.Equal(raised, city.Of(District).By("share.impossible").Any());
    }

    [Fact]
    public void A_stated_number_of_schools_is_held_against_the_register()
    {
        var city = WithSchools(5).State(District, Of("schools.compulsory", 2024, 5));
        Assert.Empty(city.Of(District).By("schools.miscounted"));

        city.State(District, Of("schools.compulsory", 2024, 6));

        Assert.Equal([6, 5], Assert.Single(city.Of(District).By("schools.miscounted")).Values);
    }
}
