using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Standards;

namespace EduAnalytics.Samples.Tests;

/// <summary>A demonstration of the standards needs something for each of them to judge.</summary>
public sealed class StandardTests(LoadedCity city)
{
    private const int Year = 2024;

    [Theory]
    [InlineData("quality-balanced-2017")]
    [InlineData("basic-balanced-2012")]
    [InlineData("preschool-2020")]
    [InlineData("duties-2024")]
    public void Every_criterion_has_data_in_every_generated_district(string code)
    {
        var standard = Shipped.Catalogue.FindStandard(code)!;
        Assert.All(city.SyntheticDistricts, district =>
        {
            var known = Results(district, standard).Where(result => result.Status != TargetStatus.NoData).Select(result => result.Criterion).ToHashSet();
            Assert.Equal([], standard.Criteria.Select(criterion => criterion.Code).Except(known));
        });
    }

    /// <summary>Basic balance is reached by all counties of the country, and by all of these.</summary>
    [Theory]
    [InlineData("quality-balanced-2017")]
    [InlineData("preschool-2020")]
    [InlineData("duties-2024")]
    public void Some_of_a_standard_is_met_and_some_is_missed(string code)
    {
        var standard = Shipped.Catalogue.FindStandard(code)!;
        var statuses = city.SyntheticDistricts.SelectMany(district => Results(district, standard)).Select(result => result.Status).ToHashSet();

        Assert.Contains(TargetStatus.Met, statuses);
        Assert.Contains(TargetStatus.Missed, statuses);
    }

    [Fact]
    public void A_few_schools_forget_their_books_and_the_spread_says_over_how_many_it_was_taken()
    {
        var spreads = city.SyntheticDistricts
            .SelectMany(district => Results(district, Shipped.Catalogue.FindStandard("basic-balanced-2012")!))
            .ToList();

        Assert.Contains(spreads, spread => spread.Schools < spread.ExpectedSchools);
        Assert.Contains(spreads, spread => spread.Schools == spread.ExpectedSchools);
    }

    [Fact]
    public void Teaching_points_with_fewer_than_fifty_students_are_not_held_against_schools()
    {
        var points = city.SyntheticSchools.Where(school => school.Form == SchoolForm.TeachingPoint).ToList();

        Assert.Equal(["230421", "230422"], points.Select(point => point.Parent!.Value.Code));
        Assert.All(points, point => Assert.InRange(city.Enrolled(point.Id.Code, Year), 15, 49));
        var judged = city.SyntheticDistricts.SelectMany(district => Results(district, Shipped.Catalogue.FindStandard("quality-balanced-2017")!));
        Assert.DoesNotContain(judged, result => points.Any(point => point.Id == result.OrgUnit));
    }

    [Fact]
    public void No_school_has_more_teachers_of_a_kind_than_teachers() => Assert.All(city.SyntheticSchools, school =>
    {
        foreach (var stage in school.Stages.Where(stage => stage != SchoolStage.Kindergarten))
        {
            var teachers = city.Value(school, "balance.teachers_per_student", "2024", stage).Value;
            Assert.True(teachers >= city.Value(school, "balance.intermediate_teachers_per_student", "2024", stage).Value, $"{school.Id}");
            Assert.True(teachers * 100 >= city.Value(school, "quality.qualified_teachers_per_100", "2024", stage).Value, $"{school.Id}");
        }
    });

    private IEnumerable<CriterionResult> Results(OrgUnit district, Standard standard) => city.Assess(district, standard, Year).Results;
}
