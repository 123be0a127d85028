using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Domain.Schools;

/// <summary>The measures that are counted from student records.</summary>
public enum CountedMeasure
{
    Enrolled,
    DroppedOut,
    Graduated,
    FitnessTested,
    FitnessExcellent,
    FitnessGood,
    FitnessPassed,
}

public static class CountedMeasures
{
    /// <summary>Without a count of these there is no data: a zero needs somebody who was counted.</summary>
    public static CountedMeasure BaseOf(CountedMeasure measure) =>
        measure >= CountedMeasure.FitnessTested ? CountedMeasure.FitnessTested : CountedMeasure.Enrolled;

    public static string CodeOf(CountedMeasure measure) => measure switch
    {
        CountedMeasure.Enrolled => MeasureCodes.Enrolled,
        CountedMeasure.DroppedOut => MeasureCodes.DroppedOut,
        CountedMeasure.Graduated => MeasureCodes.Graduated,
        CountedMeasure.FitnessTested => MeasureCodes.FitnessTested,
        CountedMeasure.FitnessExcellent => MeasureCodes.FitnessExcellent,
        CountedMeasure.FitnessGood => MeasureCodes.FitnessGood,
        _ => MeasureCodes.FitnessPassed,
    };

    public static CountedMeasure? Find(string code) => code switch
    {
        MeasureCodes.Enrolled => CountedMeasure.Enrolled,
        MeasureCodes.DroppedOut => CountedMeasure.DroppedOut,
        MeasureCodes.Graduated => CountedMeasure.Graduated,
        MeasureCodes.FitnessTested => CountedMeasure.FitnessTested,
        MeasureCodes.FitnessExcellent => CountedMeasure.FitnessExcellent,
        MeasureCodes.FitnessGood => CountedMeasure.FitnessGood,
        MeasureCodes.FitnessPassed => CountedMeasure.FitnessPassed,
        _ => null,
    };

    public static CountedMeasure? OfBand(FitnessBand band) => band switch
    {
        FitnessBand.Excellent => CountedMeasure.FitnessExcellent,
        FitnessBand.Good => CountedMeasure.FitnessGood,
        FitnessBand.Pass => CountedMeasure.FitnessPassed,
        _ => null,
    };
}

/// <summary>One counted cell: a measure in a calendar year and stage.</summary>
public readonly record struct CountKey(CountedMeasure Measure, int Year, SchoolStage Stage);

/// <summary>The counts over a school's students, kept by adding and taking away single students.</summary>
public sealed class RecordCounts
{
    private readonly Dictionary<CountKey, int> counts = [];

    public IEnumerable<CountKey> Keys => counts.Keys;

    public int this[CountKey key] => counts.GetValueOrDefault(key);

    public void Add(CountedMeasure measure, int year, SchoolStage stage, int sign)
    {
        var key = new CountKey(measure, year, stage);
        ref var count = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _);
        count += sign;
    }
}
