using EduAnalytics.Domain.Schools;

namespace EduAnalytics.Domain.Fitness;

/// <summary>One student's total under the national student fitness standard (国家学生体质健康标准, 2014 revision).</summary>
/// <param name="Grade">1 to 12.</param>
/// <param name="Score">0 to 120: up to 100 by the weighted items and up to 20 extra points.</param>
public sealed record FitnessResult(string Student, DateOnly TestedOn, int Grade, Sex Sex, decimal Score);

public enum FitnessBand
{
    Fail,
    Pass,
    Good,
    Excellent,
}

/// <summary>The standard's bands over the total score.</summary>
public static class FitnessBands
{
    public const decimal LowestScore = 0;
    public const decimal HighestScore = 120;
    private const decimal ExcellentFrom = 90;
    private const decimal GoodFrom = 80;
    private const decimal PassFrom = 60;

    public static FitnessBand Of(decimal score) => score switch
    {
        >= ExcellentFrom => FitnessBand.Excellent,
        >= GoodFrom => FitnessBand.Good,
        >= PassFrom => FitnessBand.Pass,
        _ => FitnessBand.Fail,
    };
}
