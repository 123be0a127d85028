namespace EduAnalytics.Domain.Fitness;

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
