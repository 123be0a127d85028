using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Schools.Counting;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Fitness.Tests;

/// <summary>What a year's tests of one student count for.</summary>
public class YearTests
{
    private readonly SchoolLedger ledger = new(null);

    [Fact]
    public void The_latest_test_of_a_year_counts()
    {
        Test("2024-09-20", 92);
        Test("2024-10-20", 61);

        Assert.Equal((1, 0, 1), Counted("2024"));
    }

    [Fact]
    public void A_school_year_has_its_own_latest_test()
    {
        Test("2024-03-20", 92);
        Test("2024-10-20", 61);

        Assert.Equal((1, 1, 0), Counted("SY2023"));
        Assert.Equal((1, 0, 1), Counted("SY2024"));
        Assert.Equal((1, 0, 1), Counted("2024"));
    }

    [Fact]
    public void A_valid_test_counts_though_the_student_is_exempt_later_in_the_year()
    {
        Test("2024-09-20", 92);
        Test("2024-10-20", null);

        Assert.Equal((1, 1, 0), Counted("2024"));
        Assert.Equal(0, Exempt("2024"));
    }

    [Fact]
    public void A_student_exempt_all_year_is_counted_as_such_and_as_nothing_else()
    {
        Test("2023-10-20", 92);
        Test("2024-10-20", null);

        Assert.Equal(((1, 1, 0), (0, 0, 0)), (Counted("2023"), Counted("2024")));
        Assert.Equal((0, 1), (Exempt("2023"), Exempt("2024")));
    }

    [Fact]
    public void A_test_after_an_exemption_counts()
    {
        Test("2024-03-20", null);
        Test("2024-10-20", 92);

        Assert.Equal((1, 1, 0), Counted("2024"));
        Assert.Equal((0, 1), (Exempt("2024"), Exempt("SY2023")));
    }

    [Fact]
    public void A_score_a_hair_below_a_band_is_not_rounded_into_it()
    {
        Test("2024-10-20", 79.99999m);

        Assert.Equal((1, 0, 1), Counted("2024"));
    }

    private void Test(string date, decimal? score) =>
        ledger.Apply(new FitnessRecorded("s", DateTimeOffset.UnixEpoch, [new FitnessResult("a", DateOnly.Parse(date, null), 9, Sex.Male, score)]));

    private (int Tested, int Excellent, int Passed) Counted(string period) =>
        (Of(CountedMeasure.FitnessTested, period), Of(CountedMeasure.FitnessExcellent, period), Of(CountedMeasure.FitnessPassed, period));

    private int Exempt(string period) => Of(CountedMeasure.FitnessExempt, period);

    private int Of(CountedMeasure measure, string period) => ledger.Counts[measure, Period.Parse(period), SchoolStage.Junior];
}
