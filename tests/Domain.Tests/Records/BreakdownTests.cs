using CsCheck;
using EduAnalytics.Domain.Breakdowns;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Schools;

namespace EduAnalytics.Domain.Tests.Records;

/// <summary>A school's counts by grade and sex.</summary>
public class BreakdownTests
{
    private static readonly Gen<(string Student, EnrolmentKind Kind, int Day, int Grade, Sex? Sex)[]> histories = Gen.Select(
            Gen.Int[0, 5].Select(n => $"s{n}"), Gen.Enum<EnrolmentKind>(), Gen.Int[0, 1700], Gen.Int[1, 9],
            Gen.Int[0, 2].Select(n => n == 2 ? (Sex?)null : (Sex)n)).Array[0, 50]
        .Select(steps => steps.DistinctBy(step => (step.Item1, step.Item3)).OrderBy(step => step.Item3).ToArray());

    [Fact]
    public void Cells_add_up_to_the_schools_numerator_and_denominator()
    {
        histories.Sample(history =>
        {
            var school = new RecordedSchool(Field.NineYear);
            foreach (var step in history)
                school.TryRecord(new EnrolmentEvent(step.Student, step.Kind, new DateOnly(2020, 1, 1).AddDays(step.Day), step.Kind == EnrolmentKind.Enrolled ? step.Grade : null, step.Sex, null));
            foreach (var text in new[] { "2020", "2021", "2022", "SY2020", "SY2021", "2021H1", "2021-05" })
            {
                var cells = Breakdown(school, text, out var counted).Cells;
                if (cells.IsEmpty)
                    continue;
                Assert.Equal(school[Schools.Counting.CountedMeasure.DroppedOut, text], cells.Sum(counted.NumeratorOf));
                Assert.Equal(school[Schools.Counting.CountedMeasure.Enrolled, text], cells.Sum(counted.DenominatorOf));
            }
        });
    }

    [Fact]
    public void A_dropout_is_counted_in_the_grade_and_sex_in_which_the_student_left()
    {
        var school = new RecordedSchool(Field.NineYear);
        foreach (var (student, sex) in new[] { ("a", Sex.Female), ("b", Sex.Female), ("c", Sex.Male) })
            Assert.Empty(school.TryRecord(new EnrolmentEvent(student, EnrolmentKind.Enrolled, new DateOnly(2021, 9, 1), 7, sex, null)));
        school.Step("a", EnrolmentKind.DroppedOut, "2022-03-10");

        var cells = Breakdown(school, "2022", out var counted).Cells;

        Assert.Equal(
            [(7, Sex.Female, 1, 1), (8, Sex.Male, 0, 1), (8, Sex.Female, 0, 1)],
            cells.Select(cell => (cell.Cell.Grade!.Value, cell.Cell.Sex!.Value, counted.NumeratorOf(cell), counted.DenominatorOf(cell)!.Value)));
    }

    [Fact]
    public void A_school_that_owes_reports_shows_its_cells_and_adds_none_to_its_districts()
    {
        var school = new RecordedSchool(Field.NineYear).Enrol("a", "2021-09-01", 3).Enrol("b", "2021-09-01", 3)
            .Step("a", EnrolmentKind.DroppedOut, "2022-03-10");

        var breakdown = Breakdown(school, "2022", out _);

        Assert.NotEmpty(breakdown.Cells);
        Assert.False(breakdown.AddsUp);
        Assert.Empty(UnitBreakdown.Sum([breakdown]).Cells);
    }

    [Fact]
    public void What_follows_students_over_years_has_no_grade()
    {
        Assert.Null(CountedIndicator.Of(RecordedSchool.Catalogue.FindIndicator("retention.rate")!, Period.OfYear(2022), RecordedSchool.Catalogue, out var gap));
        Assert.Equal(BreakdownGap.NotCounted, gap);
    }

    private static UnitBreakdown Breakdown(RecordedSchool school, string period, out CountedIndicator counted)
    {
        counted = CountedIndicator.Of(RecordedSchool.Catalogue.FindIndicator("dropout.rate")!, Period.Parse(period), RecordedSchool.Catalogue, out _)!;
        return SchoolBreakdown.Of(school.Measures, school.Ledger, counted, Period.Parse(period), RecordedSchool.Catalogue);
    }
}
