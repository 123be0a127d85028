using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Schools;
using static EduAnalytics.Domain.Schools.Counting.CountedMeasure;

namespace EduAnalytics.Domain.Tests.Records;

/// <summary>Who belongs to a cohort of graduates: entrants, corrected for transfers.</summary>
public class CohortTests
{
    [Fact]
    public void Three_years_of_junior_school_are_followed_from_entry_to_graduation()
    {
        var school = new RecordedSchool(Field.Junior);
        foreach (var student in new[] { "a", "b", "c", "d", "e" })
            school.Enrol(student, "2021-09-01", 7);
        school.Enrol("f", "2022-09-01", 8)
            .Step("a", EnrolmentKind.TransferredOut, "2022-11-01")
            .Step("b", EnrolmentKind.TransferredOut, "2023-01-09", "死亡")
            .Step("c", EnrolmentKind.DroppedOut, "2023-03-01")
            .Step("d", EnrolmentKind.Graduated, "2024-06-30")
            .Step("e", EnrolmentKind.Graduated, "2024-06-30")
            .Step("f", EnrolmentKind.Graduated, "2024-06-30");

        // Five entered, one came, two left otherwise than by dropping out: of four three graduated.
        Assert.Equal((4, 3), (school[EnteredJuniorCohort, "2024"], school[Graduated, "2024", SchoolStage.Junior]));
        Assert.Equal((4, 3), (school[EnteredJuniorCohort, "SY2023"], school[Graduated, "SY2023", SchoolStage.Junior]));
    }

    [Fact]
    public void A_cohort_whose_entry_lies_before_the_records_is_no_data()
    {
        var school = new RecordedSchool(Field.Junior).Enrol("a", "2022-09-01", 8).Step("a", EnrolmentKind.Graduated, "2024-06-30");

        Assert.Null(school[EnteredJuniorCohort, "2024"]);
    }

    [Fact]
    public void A_register_opened_in_spring_does_not_know_the_cohort_that_entered_before()
    {
        var school = new RecordedSchool(Field.Junior).Enrol("a", "2022-03-01", 7).Step("a", EnrolmentKind.Graduated, "2024-06-30");

        Assert.Null(school[EnteredJuniorCohort, "2024"]);
    }

    [Fact]
    public void A_dropout_who_is_found_at_another_school_leaves_the_cohort()
    {
        var school = new RecordedSchool(Field.Junior).Enrol("a", "2021-09-01", 7).Enrol("b", "2021-09-01", 7)
            .Step("a", EnrolmentKind.DroppedOut, "2022-11-01")
            .Step("b", EnrolmentKind.Graduated, "2024-06-30");
        Assert.Equal(2, school[EnteredJuniorCohort, "2024"]);

        var other = new RecordedSchool(Field.Junior).Enrol("a", "2021-09-01", 7).Enrol("b", "2021-09-01", 7)
            .Step("a", EnrolmentKind.DroppedOut, "2022-11-01")
            .Step("a", EnrolmentKind.TransferredOut, "2022-12-01")
            .Step("b", EnrolmentKind.Graduated, "2024-06-30");
        Assert.Equal(1, other[EnteredJuniorCohort, "2024"]);
    }

    [Fact]
    public void In_a_nine_year_school_the_cohort_moves_up_by_itself()
    {
        var school = new RecordedSchool(Field.NineYear);
        school.Enrol("stays", "2015-09-01", 1).Enrol("leaves in primary", "2015-09-01", 1).Enrol("comes in primary", "2019-09-01", 5)
            .Step("leaves in primary", EnrolmentKind.TransferredOut, "2020-02-01")
            .Step("stays", EnrolmentKind.Graduated, "2024-06-30");

        Assert.Equal((2, 2), (school[EnteredCohort, "2024"], school[EnteredJuniorCohort, "2024"]));
    }

    [Fact]
    public void Primary_schools_bring_the_entrants_and_junior_schools_the_transfers_after()
    {
        var primary = new RecordedSchool(Field.Primary).Enrol("a", "2015-09-01", 1).Enrol("b", "2015-09-01", 1)
            .Step("a", EnrolmentKind.Graduated, "2021-06-30").Step("b", EnrolmentKind.Graduated, "2021-06-30").Enrol("young", "2024-03-01", 3);
        var junior = new RecordedSchool(Field.Junior)
            .Enrol("a", "2021-09-01", 7).Enrol("b", "2021-09-01", 7)
            .Enrol("from elsewhere", "2021-09-01", 7, "转入").Enrol("later", "2022-09-01", 8)
            .Step("b", EnrolmentKind.TransferredOut, "2023-02-01")
            .Step("a", EnrolmentKind.Graduated, "2024-06-30");

        // Entrants 2; two came from outside and one left in the junior years: a cohort of three.
        Assert.Equal((2, 1), (primary[EnteredCohort, "2024"], junior[EnteredCohort, "2024"]));
    }
}
