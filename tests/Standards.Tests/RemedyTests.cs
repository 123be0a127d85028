using CsCheck;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Standards;

namespace EduAnalytics.Standards.Tests;

/// <summary>A remedy is the smallest change that turns a miss: applied it does, and a step less does not.</summary>
public sealed class RemedyTests
{
    private const string School = "230404-yifu-primary";

    [Theory]
    [InlineData("teachers.above_required_degree", "qualified-teachers-primary", 1)]
    [InlineData("facilities.sports_area", "sports-area-primary", 0.01)]
    [InlineData("facilities.equipment_value", "equipment-value-primary", 0.01)]
    [InlineData("facilities.multimedia_rooms", "multimedia-rooms-primary", 1)]
    public void A_schools_miss_turns_with_the_remedy_and_not_with_a_step_less(string measure, string criterion, double step)
    {
        Gen.Select(Gen.Int[1, 3000], Gen.Int[0, 60]).Sample((students, hundredth) =>
        {
            var amount = step == 1 ? hundredth : hundredth * students / 100m;
            var district = TestDistrict.Empty.WithSchool(School, SchoolStage.Primary, ("students.enrolled", students), (measure, amount));

            CheckSmallest(district, Shipped.Quality, criterion, (decimal)step);
        }, iter: 200);
    }

    [Fact]
    public void A_spreads_miss_turns_with_the_remedy_and_not_with_a_step_less()
    {
        var limited = OnlySpread("backbone-teachers-spread-primary");
        var remedies = 0;
        Gen.Select(Gen.Int[20, 900], Gen.Int[0, 40]).List[2, 7].Sample(schools =>
        {
            var district = schools.Select((school, place) => (school, place)).Aggregate(TestDistrict.Empty, (so, item) => so.WithSchool(
                $"230404-s{item.place}", SchoolStage.Primary, ("students.enrolled", item.school.Item1), ("teachers.backbone", item.school.Item2)));

            remedies += CheckSmallest(district, limited, "backbone-teachers-spread-primary", 1);
        }, iter: 300, threads: 1);

        Assert.True(remedies > 100, $"Only {remedies} districts had a remedy: the sample proves little.");
    }

    [Fact]
    public void No_school_of_a_district_could_do_it_with_fewer_than_the_remedy()
    {
        var limited = OnlySpread("backbone-teachers-spread-primary");
        Gen.Select(Gen.Int[50, 400], Gen.Int[0, 12]).List[2, 4].Sample(schools =>
        {
            var district = schools.Select((school, place) => (school, place)).Aggregate(TestDistrict.Empty, (so, item) => so.WithSchool(
                $"230404-s{item.place}", SchoolStage.Primary, ("students.enrolled", item.school.Item1), ("teachers.backbone", item.school.Item2)));
            var result = district.Assess(limited).Results.Single();
            if (result.Remedies is not [{ Amount: > 0 } remedy])
                return;

            foreach (var school in district.Schools)
                for (var fewer = 1; fewer < remedy.Amount; fewer++)
                    Assert.Equal(TargetStatus.Missed, district.After(remedy with { OrgUnit = school.Id, Amount = fewer }).Assess(limited).Results.Single().Status);
        }, iter: 60, threads: 1);
    }

    [Fact]
    public void A_mean_of_spreads_turns_by_one_measure_at_one_school()
    {
        string[] measures =
        [
            "facilities.teaching_area", "facilities.sports_area", "facilities.equipment_value", "facilities.computers", "facilities.books",
            "teachers.full_time", "teachers.above_required_degree", "teachers.intermediate_title",
        ];
        var amounts = new Dictionary<string, (decimal, decimal)>
        {
            ["facilities.books"] = (100, 9000),
            ["facilities.equipment_value"] = (2_000, 500_000),
        };
        (string, decimal)[] FiguresOf(bool first) =>
        [
            ("students.enrolled", 500),
            .. measures.Select(measure => amounts.TryGetValue(measure, out var two) ? (measure, first ? two.Item1 : two.Item2) : (measure, first ? 10m : 50m)),
        ];
        var district = TestDistrict.Empty
            .WithSchool("230404-s0", SchoolStage.Primary, FiguresOf(true))
            .WithSchool("230404-s1", SchoolStage.Primary, FiguresOf(false));

        Assert.Equal(1, CheckSmallest(district, Shipped.Basic, "variation-primary", null));
    }

    [Fact]
    public void Where_no_one_school_can_do_it_that_is_said()
    {
        var district = TestDistrict.Empty
            .WithSchool("230404-s0", SchoolStage.Primary, ("students.enrolled", 100), ("teachers.backbone", 0))
            .WithSchool("230404-s1", SchoolStage.Primary, ("students.enrolled", 100), ("teachers.backbone", 0))
            .WithSchool("230404-s2", SchoolStage.Primary, ("students.enrolled", 100), ("teachers.backbone", 40))
            .WithSchool("230404-s3", SchoolStage.Primary, ("students.enrolled", 100), ("teachers.backbone", 40));

        var result = district.Assess(OnlySpread("backbone-teachers-spread-primary")).Results.Single();

        Assert.Equal((TargetStatus.Missed, RemedyObstacle.NotByOneSchool), (result.Status, result.Obstacle));
        Assert.Empty(result.Remedies);
    }

    [Theory]
    [InlineData("preschool-2020", "public-share", "preschool.children_public", 391)]
    [InlineData("duties-2024", "preschool-insured", "preschool.staff_insured", 42)]
    public void Nanshans_misses_have_their_remedies(string standard, string criterion, string measure, double amount)
    {
        var district = TestDistrict.Empty
            .Stating("preschool.children", SchoolStage.Kindergarten, 1842).Stating("preschool.children_public", SchoolStage.Kindergarten, 530)
            .Stating("preschool.staff", SchoolStage.Kindergarten, 91).Stating("preschool.staff_insured", SchoolStage.Kindergarten, 49);

        var result = district.Assess(Shipped.Catalogue.FindStandard(standard)!).Results.Single(result => result.Criterion == criterion);

        Assert.Equal([(measure, (decimal)amount)], result.Remedies.Select(remedy => (remedy.Measure, remedy.Amount)));
    }

    [Fact]
    public void Pay_below_civil_servants_is_short_of_the_difference_to_the_fen()
    {
        var district = TestDistrict.Empty.Stating("staff.teacher_pay_average", null, 82_000m).Stating("staff.civil_servant_pay_average", null, 82_830.03m);

        Assert.Equal(1, CheckSmallest(district, Shipped.Duties, "pay", 0.01m));
        Assert.Equal(830.03m, district.Assess(Shipped.Duties).Results.Single(result => result.Criterion == "pay").Remedies[0].Amount);
    }

    [Fact]
    public void Funds_that_fell_are_short_of_what_they_fell_by()
    {
        var district = TestDistrict.Empty.Stating("finance.allocated", null, 60_000_000m).Stating("finance.allocated", null, 62_171_886.03m, Period.OfYear(2023));

        var result = district.Assess(Shipped.Duties).Results.Single(result => result.Criterion == "funds-only-rise");

        Assert.Equal((TargetStatus.Missed, -2_171_886.03m, 2_171_886.03m), (result.Status, result.Margin, result.Remedies[0].Amount));
        Assert.Equal(1, CheckSmallest(district, Shipped.Duties, "funds-only-rise", 0.01m));
    }

    [Fact]
    public void What_is_too_much_is_to_become_less_down_to_nothing()
    {
        var district = TestDistrict.Empty.Stating("safety.food_incidents", null, 2)
            .WithSchool(School, SchoolStage.Primary, ("students.enrolled", 1000), ("students.dropped_out", 9));

        Assert.Equal(-2, district.Assess(Shipped.Duties).Results.Single(result => result.Criterion == "food-incidents").Remedies[0].Amount);
        Assert.Equal(-3, district.Assess(Shipped.Duties).Results.Single(result => result.Criterion == "dropout-primary").Remedies[0].Amount);
    }

    [Fact]
    public void A_share_of_schools_is_short_of_so_many_schools()
    {
        var district = TestDistrict.Empty
            .WithSchool("230404-s0", SchoolStage.Primary, ("staff.school_doctors", 1))
            .WithSchool("230404-s1", SchoolStage.Primary, ("staff.school_doctors", 0))
            .WithSchool("230404-s2", SchoolStage.Primary, ("staff.school_doctors", 0));

        var result = district.Assess(Shipped.Duties).Results.Single(result => result.Criterion == "doctors");

        Assert.Equal((33.33m, TargetStatus.Missed), (result.Value, result.Status));
        Assert.Equal([("staff.school_doctors", 2m)], result.Remedies.Select(remedy => (remedy.Measure, remedy.Amount)));
    }

    /// <returns>1 where there was a remedy to check.</returns>
    private static int CheckSmallest(TestDistrict district, Standard standard, string criterion, decimal? step)
    {
        TargetStatus After(Remedy remedy, decimal amount) =>
            district.After(remedy, amount).Assess(standard).Results.Single(result => result.Criterion == criterion).Status;

        var result = district.Assess(standard).Results.Single(result => result.Criterion == criterion);
        if (result.Remedies.IsEmpty)
        {
            Assert.Equal(result.Status == TargetStatus.Missed, result.Obstacle is not null);
            return 0;
        }

        var remedy = Assert.Single(result.Remedies);
        var less = step ?? (Shipped.Catalogue.FindMeasure(remedy.Measure)!.Whole ? 1 : 0.01m);
        Assert.Equal(TargetStatus.Missed, result.Status);
        Assert.True(result.Margin < 0);
        Assert.Equal(TargetStatus.Met, After(remedy, remedy.Amount));
        Assert.Equal(TargetStatus.Missed, After(remedy, remedy.Amount - (Math.Sign(remedy.Amount) * less)));
        return 1;
    }

    private static Standard OnlySpread(string criterion) =>
        Shipped.Quality with { Criteria = [Shipped.Quality.FindCriterion(criterion)!] };
}
