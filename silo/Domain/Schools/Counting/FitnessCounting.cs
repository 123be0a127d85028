using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Schools.Counting;

/// <summary>
/// Counts one fitness test: of a student's valid tests in a year the latest counts, whatever the order of arrival. An
/// exemption counts only where the year has no valid test.
/// </summary>
internal readonly ref struct FitnessCounting(RecordCounts counts, SchoolStage? onlyStage, ReadOnlySpan<FitnessTest> before)
{
    private readonly ReadOnlySpan<FitnessTest> before = before;

    public void Count(FitnessTest test)
    {
        CountIn(Period.OfYear(test.Date.Year), test);
        CountIn(Period.Of(PeriodType.SchoolYear, test.Date), test);
    }

    private void CountIn(Period period, FitnessTest test)
    {
        var counted = CountedIn(period, before);
        if (counted is { } held)
        {
            if (!Replaces(test, held))
                return;
            Add(period, held, -1);
        }

        Add(period, test, +1);
    }

    /// <summary>The test that counts in a period; null where the student has none in it.</summary>
    public static FitnessTest? CountedIn(Period period, ReadOnlySpan<FitnessTest> tests)
    {
        FitnessTest? counted = null;
        foreach (var test in tests)
        {
            if (period.Contains(test.Date) && (counted is not { } held || Replaces(test, held)))
                counted = test;
        }

        return counted;
    }

    /// <summary>Of two tests on one day the one that was sent later counts: it corrects the other.</summary>
    private static bool Replaces(FitnessTest test, FitnessTest held) =>
        test.Valid == held.Valid ? test.Date >= held.Date : test.Valid;

    private void Add(Period period, FitnessTest test, int sign)
    {
        if ((onlyStage ?? OrgUnit.StageOfGrade(test.Grade)) is not { } stage)
            return;
        if (test.Score is not { } score)
        {
            counts.Add(Tally.FitnessExempt, period, stage, sign);
            return;
        }

        counts.Add(Tally.FitnessTested, period, stage, sign);
        if (TallyOf(FitnessBands.Of(score)) is { } band)
            counts.Add(band, period, stage, sign);
    }

    private static Tally? TallyOf(FitnessBand band) => band switch
    {
        FitnessBand.Excellent => Tally.FitnessExcellent,
        FitnessBand.Good => Tally.FitnessGood,
        FitnessBand.Pass => Tally.FitnessPassed,
        _ => null,
    };
}
