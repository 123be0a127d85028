using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Domain.Schools;

namespace EduAnalytics.Domain.Tests.Records;

/// <summary>Nine years of schooling pass through two schools: only their district can follow a cohort.</summary>
public class DistrictRetentionTests
{
    private static readonly OrgUnitTree tree = new([Field.City, Field.District, Field.Primary, Field.Junior], 1);

    private readonly RecordedSchool primary = new(Field.Primary);
    private readonly RecordedSchool junior = new(Field.Junior);

    [Fact]
    public void A_district_divides_the_graduates_of_its_junior_schools_by_the_entrants_of_its_primary_schools()
    {
        foreach (var student in new[] { "a", "b", "c", "d" })
            primary.Enrol(student, "2015-09-01", 1);
        primary.Step("d", EnrolmentKind.DroppedOut, "2019-03-04");
        foreach (var student in new[] { "a", "b", "c" })
        {
            primary.Step(student, EnrolmentKind.Graduated, "2021-06-30");
            junior.Enrol(student, "2021-09-01", 7);
        }

        primary.Enrol("young", "2024-03-04", 3);
        junior.Enrol("from elsewhere", "2022-09-01", 8)
            .Step("c", EnrolmentKind.TransferredOut, "2023-03-01")
            .Step("a", EnrolmentKind.Graduated, "2024-06-30")
            .Step("b", EnrolmentKind.Graduated, "2024-06-30")
            .Step("from elsewhere", EnrolmentKind.Graduated, "2024-06-30");

        // Four entered, one came and one went elsewhere: of four three graduated, and the dropout is the one who is missing.
        var value = ValueAtDistrict();
        Assert.Equal((75, 3, 4), (value.Value, value.Numerator, value.Denominator));
        Assert.Null(junior.RetentionRate("2024"));
        Assert.Null(primary.RetentionRate("2024"));
    }

    [Fact]
    public void Where_a_primary_schools_records_do_not_reach_back_the_district_has_no_rate()
    {
        primary.Enrol("young", "2024-03-04", 3);
        junior.Enrol("a", "2021-09-01", 7).Enrol("later", "2022-09-01", 8)
            .Step("a", EnrolmentKind.Graduated, "2024-06-30");

        Assert.Null(ValueAtDistrict().Value);
    }

    private IndicatorValue ValueAtDistrict()
    {
        var rollUp = new RollUp(RecordedSchool.Catalogue);
        foreach (var (unit, school) in new[] { (Field.Primary, primary), (Field.Junior, junior) })
        {
            var row = new Row(unit.Id);
            row.Refresh(school.Measures, school.Measures.Keys);
            rollUp.Accept(unit, row.Since(0), []);
        }

        var measures = new AuthorityMeasures(Field.District, tree, new AuthorityLedger(), rollUp, RecordedSchool.Catalogue);
        return IndicatorCalculator.Evaluate(RecordedSchool.Catalogue.FindIndicator("retention.rate")!, Period.OfYear(2024), SchoolStage.Junior, measures);
    }
}
