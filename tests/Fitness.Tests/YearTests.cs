using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Schools;

namespace EduAnalytics.Fitness.Tests;

/// <summary>What a year's tests of one student count for.</summary>
public class YearTests
{
    private readonly StudentRecord student = new();

    [Fact]
    public void The_latest_test_of_a_year_counts()
    {
        Test("2024-09-20", 92);
        Test("2024-10-20", 61);

        Assert.Equal((1, 0, 1), Counted(2024));
    }

    [Fact]
    public void A_student_exempt_after_a_test_no_longer_counts_as_tested()
    {
        Test("2024-09-20", 92);
        Test("2024-10-20", null);

        Assert.Equal((0, 0, 0), Counted(2024));
    }

    [Fact]
    public void A_test_after_an_exemption_counts()
    {
        Test("2024-03-20", null);
        Test("2024-10-20", 92);

        Assert.Equal((1, 1, 0), Counted(2024));
    }

    [Fact]
    public void An_exemption_says_nothing_of_another_year()
    {
        Test("2023-10-20", 92);
        Test("2024-10-20", null);

        Assert.Equal(((1, 1, 0), (0, 0, 0)), (Counted(2023), Counted(2024)));
    }

    private void Test(string date, decimal? score) => student.Add(new FitnessTest(DateOnly.Parse(date, null), score, 9), Sex.Male);

    private (int Tested, int Excellent, int Passed) Counted(int year)
    {
        var counts = new RecordCounts();
        student.CountInto(counts, 1, 2024, null);
        return (Of(CountedMeasure.FitnessTested), Of(CountedMeasure.FitnessExcellent), Of(CountedMeasure.FitnessPassed));

        int Of(CountedMeasure measure) => counts[new CountKey(measure, year, SchoolStage.Junior)];
    }
}
