namespace EduAnalytics.Dashboard.Live;

/// <summary>What the live page watches: the two matters that change from day to day.</summary>
public static class LiveIndicators
{
    public const string Dropout = "dropout.rate";
    public const string Fitness = "fitness.excellent_good_rate";

    public static readonly IReadOnlyList<string> All = [Dropout, Fitness];
}
