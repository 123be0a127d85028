namespace EduAnalytics.Benchmarks.City;

/// <summary>One student's test in one year.</summary>
/// <param name="School">Number of the school, from 0.</param>
/// <param name="Score">Total score in points, whole, 0 to 100.</param>
internal readonly record struct FitnessResult(int School, string Student, DateOnly TestedOn, int Grade, string Sex, int Score)
{
    /// <summary>From 60 points on a test is passed.</summary>
    public bool IsPassed => Score >= 60;
}
