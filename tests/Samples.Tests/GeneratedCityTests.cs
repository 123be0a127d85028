using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Samples.Tests;

/// <summary>The generated districts are to look like districts, and never like a certain one.</summary>
public sealed class GeneratedCityTests(LoadedCity city)
{
    private static readonly string[] fullYears = ["2019", "2020", "2021", "2022", "2023", "2024", "2025"];

    [Fact]
    public void The_domains_rules_refuse_none_of_it() => Assert.Empty(city.Refusals);

    [Fact]
    public void It_is_as_large_as_a_demonstration_can_bear()
    {
        Assert.InRange(city.Enrolled("230400", 2024), 15_000, 22_000);
        Assert.InRange(city.Sizes.Sum(), 150_000, 250_000);
        Assert.InRange(city.Sizes.Max(), 1, 2_000);
    }

    [Fact]
    public void Every_generated_unit_says_so_in_the_tree_and_in_its_id()
    {
        Assert.Equal(7, city.SyntheticDistricts.Count());
        Assert.All(city.SyntheticSchools, school => Assert.Matches("^2304[0-9]{2}-s[0-9]{2}$", school.Id.Code));
        Assert.All(city.SyntheticSchools, school => Assert.Contains("示例", school.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void A_few_students_drop_out_everywhere_and_fewer_in_primary_school_than_in_junior() =>
        AssertForAll("dropout.rate", 0, 1.99m, () =>
        {
            foreach (var year in fullYears)
            {
                var (primary, junior) = (city.Value("230400", "dropout.rate", year, SchoolStage.Primary).Value, city.Value("230400", "dropout.rate", year, SchoolStage.Junior).Value);
                Assert.True(0 < primary && primary < junior, $"{year}: {primary} {junior}");
            }
        });

    [Theory]
    [InlineData("fitness.excellent_good_rate", 20, 65)]
    [InlineData("fitness.pass_rate", 85, 98)]
    [InlineData("fitness.participation_rate", 90, 100)]
    [InlineData("retention.rate", 93, 99)]
    [InlineData("retention.junior_rate", 94, 100)]
    [InlineData("health.myopia_rate", 35, 60)]
    [InlineData("health.record_rate", 97, 100)]
    [InlineData("preschool.public_share", 15, 68)]
    [InlineData("preschool.inclusive_share", 40, 90)]
    [InlineData("preschool.gross_enrolment_rate", 72, 105)]
    [InlineData("preschool.insured_share", 60, 100)]
    [InlineData("staff.pay_ratio", 0.94, 1.18)]
    [InlineData("staff.doctor_coverage", 10, 100)]
    [InlineData("staff.psychology_coverage", 10, 100)]
    [InlineData("teachers.rotation_share", 5, 18)]
    [InlineData("teachers.backbone_rotation_share", 0, 45)]
    [InlineData("finance.per_student", 15_000, 32_000)]
    [InlineData("finance.allocated", 15_000_000, 100_000_000)]
    [InlineData("safety.major_incidents", 0, 1)]
    public void A_districts_value_is_plausible_in_every_full_year(string indicator, double least, double most) =>
        AssertForAll(indicator, (decimal)least, (decimal)most);

    [Theory]
    [InlineData("quality.qualified_teachers_per_100", 2, 9)]
    [InlineData("quality.backbone_teachers_per_100", 0.45, 2.1)]
    [InlineData("quality.arts_pe_teachers_per_100", 0.4, 1.9)]
    [InlineData("quality.teaching_area_per_student", 2.3, 11)]
    [InlineData("quality.sports_area_per_student", 4, 20)]
    [InlineData("quality.equipment_value_per_student", 1000, 5000)]
    [InlineData("quality.multimedia_rooms_per_100", 1, 5)]
    [InlineData("balance.variation_coefficient", 0.1, 0.8)]
    [InlineData("balance.quality_variation_coefficient", 0.2, 0.95)]
    [InlineData("balance.computers_per_100", 8, 32)]
    [InlineData("balance.books_per_student", 12, 60)]
    [InlineData("balance.teachers_per_student", 0.05, 0.13)]
    [InlineData("balance.intermediate_teachers_per_student", 0.025, 0.09)]
    public void A_stages_value_is_plausible_in_every_full_year(string indicator, double least, double most)
    {
        AssertForAll(indicator, (decimal)least, (decimal)most, stage: SchoolStage.Primary);
        AssertForAll(indicator, (decimal)least, (decimal)most, stage: SchoolStage.Junior);
    }

    [Theory]
    [InlineData("preschool.public_share", "2024", null)]
    [InlineData("staff.pay_ratio", "2024", null)]
    [InlineData("balance.variation_coefficient", "2023", SchoolStage.Primary)]
    [InlineData("balance.variation_coefficient", "2023", SchoolStage.Junior)]
    [InlineData("finance.allocated", "2023", null)]
    [InlineData("finance.allocated", "2024H1", null)]
    public void Nanshan_stands_among_its_generated_neighbours(string indicator, string period, SchoolStage? stage)
    {
        var nanshan = city.Value("230404", indicator, period, stage).Value;
        var others = city.SyntheticDistricts.Select(district => city.Value(district, indicator, period, stage).Value).ToList();

        Assert.Contains(others, value => value > nanshan);
        Assert.Contains(others, value => value < nanshan);
    }

    [Fact]
    public void Fitness_rises_over_the_years_in_every_district() =>
        Assert.All(city.SyntheticDistricts, district => Assert.True(
            city.Value(district, "fitness.excellent_good_rate", "2025").Value > city.Value(district, "fitness.excellent_good_rate", "2019").Value));

    [Fact]
    public void The_running_year_has_students_and_the_fitness_tests_of_some_schools()
    {
        var tested = city.SyntheticSchools.Where(school => city.Value(school, "fitness.pass_rate", "2026").Value is not null).ToList();

        Assert.InRange(tested.Count, 5, 40);
        Assert.InRange(city.Enrolled("230400", 2026), 15_000, 22_000);
        Assert.Null(city.Value("230402", "finance.per_student", "2026").Value);
    }

    [Fact]
    public void Schools_differ_from_one_another()
    {
        var rates = city.SyntheticSchools.Select(school => city.Value(school, "fitness.excellent_good_rate", "2024").Value).OfType<decimal>().ToList();

        Assert.True(rates.Distinct().Count() > rates.Count * 9 / 10);
        Assert.True(rates.Max() - rates.Min() > 15);
    }

    private void AssertForAll(string indicator, decimal least, decimal most, Action? also = null, SchoolStage? stage = null)
    {
        foreach (var district in city.SyntheticDistricts)
        {
            foreach (var year in fullYears)
            {
                var value = city.Value(district, indicator, year, stage).Value;
                Assert.True(value >= least && value <= most, $"{district.NameEn} {year} {stage} {indicator}: {value}");
            }
        }

        also?.Invoke();
    }
}
