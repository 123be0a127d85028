using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Standards.Tests;

/// <summary>Special-education and vocational schools and small teaching points are not held against the others.</summary>
public sealed class LeftOutTests
{
    private const string Unlike = "230404-unlike";

    [Theory]
    [InlineData(SchoolForm.SpecialEducation, 400, false)]
    [InlineData(SchoolForm.Vocational, 400, false)]
    [InlineData(SchoolForm.TeachingPoint, 49, false)]
    [InlineData(SchoolForm.TeachingPoint, 50, true)]
    [InlineData(null, 49, true)]
    public void What_a_school_is_and_how_large_decides_whether_it_is_asked_and_spreads(SchoolForm? form, int students, bool counts)
    {
        var district = With(form, ("students.enrolled", students), ("teachers.backbone", 9));
        var report = district.Assess(Shipped.Quality);

        Assert.Equal(counts, report.Results.Any(result => result.OrgUnit.Code == Unlike));
        Assert.Equal(counts, report.Results.Any(result => result.OrgUnit.Code == Unlike && result.Criterion == "six-of-seven-primary"));
        var spread = report.Results.Single(result => result.Criterion == "backbone-teachers-spread-primary");
        Assert.Equal((counts ? 3 : 2, counts ? 3 : 2), (spread.Schools, spread.ExpectedSchools));
        Assert.Equal(counts, spread.Value != 0);
    }

    [Fact]
    public void A_teaching_point_that_has_told_no_students_is_asked() =>
        Assert.Contains(With(SchoolForm.TeachingPoint).Assess(Shipped.Quality).Results, result => result.OrgUnit.Code == Unlike);

    [Fact]
    public void A_school_that_is_left_out_has_no_report_of_its_own()
    {
        var district = With(SchoolForm.SpecialEducation, ("students.enrolled", 60));

        Assert.Empty(district.AssessSchool(Unlike, Shipped.Quality).Results);
    }

    [Theory]
    [InlineData(SchoolForm.TeachingPoint, 0)]
    [InlineData(null, 0.42)]
    public void The_districts_own_coefficient_leaves_out_whom_the_standard_leaves_out(SchoolForm? form, double coefficient)
    {
        (string, decimal)[] seven =
        [
            ("teachers.above_required_degree", 0), ("teachers.backbone", 0), ("teachers.arts_pe", 0), ("facilities.teaching_area", 0),
            ("facilities.sports_area", 0), ("facilities.equipment_value", 0), ("facilities.multimedia_rooms", 0),
        ];
        var schools = Enumerable.Range(0, 2).Aggregate(TestDistrict.Empty, (so, n) => so.WithSchool(
            $"230404-s{n}", SchoolStage.Primary, [("students.enrolled", 100), .. seven.Select(one => (one.Item1, 100m))]));
        var district = schools.WithSchool(Unlike, SchoolStage.Primary, [("students.enrolled", 35), .. seven]);
        if (form is { } known)
            district = district.WhichIs(known);

        var value = IndicatorCalculator.Evaluate(
            Shipped.Catalogue.FindIndicator("balance.quality_variation_coefficient")!, TestDistrict.Year, SchoolStage.Primary, district.Measures()).Value;

        Assert.Equal((decimal)coefficient, decimal.Round(value!.Value, 2));
    }

    private static TestDistrict With(SchoolForm? form, params (string Code, decimal Value)[] figures)
    {
        var district = Enumerable.Range(0, 2).Aggregate(TestDistrict.Empty, (so, n) =>
            so.WithSchool($"230404-s{n}", SchoolStage.Primary, ("students.enrolled", 100), ("teachers.backbone", 1))).WithSchool(Unlike, SchoolStage.Primary, figures);
        return form is { } known ? district.WhichIs(known) : district;
    }
}
