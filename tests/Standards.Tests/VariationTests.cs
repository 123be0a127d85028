using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Standards;

namespace EduAnalytics.Standards.Tests;

/// <summary>Limits on the variation between schools, computed and as reports state it.</summary>
public sealed class VariationTests
{
    private static readonly Standard books = Shipped.Basic with
    {
        Criteria =
        [
            .. Shipped.Basic.Criteria.Select(criterion => criterion with
            {
                Scope = new CriterionScope.Spread([Shipped.Catalogue.FindIndicator("balance.books_per_student")!]),
            }),
        ],
    };

    /// <summary>The published example: books per student in five primary schools; X̄ = 6.33, S = 3.26, CV = 0.5153.</summary>
    private static readonly TestDistrict published = District((45, 279), (37, 137), (89, 935), (76, 160), (55, 402));

    [Fact]
    public void The_published_example_passes_the_basic_limit_and_misses_the_quality_limit()
    {
        var basic = Primary(published.Assess(books));
        var quality = Primary(published.Assess(LimitedTo(0.50m)));

        Assert.Equal((0.5153m, TargetStatus.Met, 0.1347m), (basic.Value, basic.Status, basic.Margin));
        Assert.Equal((0.5153m, TargetStatus.Missed, -0.0153m), (quality.Value, quality.Status, quality.Margin));
        Assert.Equal((5, 5, Basis.Computed), (quality.Schools, quality.ExpectedSchools, quality.Basis));
    }

    [Fact]
    public void The_fewest_books_at_one_school_turn_the_published_example()
    {
        var missed = LimitedTo(0.50m);
        var remedy = Assert.Single(Primary(published.Assess(missed)).Remedies);

        // School 3 has many books and school 4 few: it is the fourth that is to be given some, and not one too many.
        Assert.Equal("230404-s3", remedy.OrgUnit.Code);
        Assert.Equal("facilities.books", remedy.Measure);
        Assert.True(remedy.Amount > 0 && decimal.IsInteger(remedy.Amount));
        Assert.Equal(TargetStatus.Met, Primary(published.After(remedy).Assess(missed)).Status);
        Assert.Equal(TargetStatus.Missed, Primary(published.After(remedy, remedy.Amount - 1).Assess(missed)).Status);
    }

    [Fact]
    public void Nanshans_stated_coefficient_passes_the_basic_standard_and_misses_the_quality_standard_by_0_032()
    {
        var district = TestDistrict.Empty
            .WithSchool("230404-yifu-primary", SchoolStage.Primary)
            .Stating("balance.variation_coefficient", SchoolStage.Primary, 0.532m)
            .Stating("balance.variation_coefficient", SchoolStage.Junior, 0.368m);

        var basic = Primary(district.Assess(Shipped.Basic));
        var quality = Primary(district.Assess(Shipped.Quality));

        Assert.Equal((0.532m, TargetStatus.Met, 0.118m, Basis.Reported), (basic.Value, basic.Status, basic.Margin, basic.Basis));
        Assert.Equal((0.532m, TargetStatus.Missed, -0.032m, Basis.Reported), (quality.Value, quality.Status, quality.Margin, quality.Basis));
        Assert.Equal(RemedyObstacle.NoComponents, quality.Obstacle);
        Assert.Equal(TargetStatus.Met, district.Assess(Shipped.Quality).Results.Single(result => result.Criterion == "variation-junior").Status);
    }

    [Fact]
    public void Fewer_than_two_schools_have_no_variation() =>
        Assert.Equal((TargetStatus.NoData, null), (Primary(District((45, 279)).Assess(books)).Status, Primary(District((45, 279)).Assess(books)).Value));

    [Fact]
    public void A_school_without_figures_is_missing_from_the_spread_and_counted_as_expected()
    {
        var result = Primary(published.WithSchool("230404-s9", SchoolStage.Primary).Assess(books));

        Assert.Equal((0.5153m, 5, 6), (result.Value, result.Schools, result.ExpectedSchools));
    }

    [Fact]
    public void The_quality_standard_takes_each_of_the_seven_for_itself()
    {
        var district = TestDistrict.Empty
            .WithSchool("230404-s0", SchoolStage.Primary, ("students.enrolled", 100), ("teachers.backbone", 1))
            .WithSchool("230404-s1", SchoolStage.Primary, ("students.enrolled", 100), ("teachers.backbone", 9));

        var spreads = district.Assess(Shipped.Quality).Results.Where(result => result.Criterion.EndsWith("-spread-primary", StringComparison.Ordinal)).ToList();

        Assert.Equal(7, spreads.Count);
        Assert.Equal((0.8m, TargetStatus.Missed), spreads.Where(result => result.Value is not null).Select(result => (result.Value, result.Status)).Single());
    }

    private static Standard LimitedTo(decimal limit) => books with
    {
        Criteria = [.. books.Criteria.Select(criterion => criterion with { Target = criterion.Target with { Value = limit } })],
    };

    private static CriterionResult Primary(ComplianceReport report) =>
        report.Results.Single(result => result.Criterion == "variation-primary");

    private static TestDistrict District(params (int Students, int Books)[] schools) => schools
        .Select((school, place) => (school, place))
        .Aggregate(TestDistrict.Empty, (district, item) => district.WithSchool(
            $"230404-s{item.place}", SchoolStage.Primary, ("students.enrolled", item.school.Students), ("facilities.books", item.school.Books)));
}
