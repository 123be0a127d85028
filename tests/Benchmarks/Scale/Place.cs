namespace EduAnalytics.Benchmarks.Scale;

/// <summary>What is to be served.</summary>
internal sealed record Place(string Name, double Students, double Schools, double Districts)
{
    /// <summary>A city as the benchmarks have it; a province is the nation's thirty-first part.</summary>
    public static IReadOnlyList<Place> All { get; } = [
        new("the measured city", 400_000, 400, 8),
        new("a province", 290e6 / 31, 470_000 / 31.0, 2_850 / 31.0),
        new("the nation", 290e6, 470_000, 2_850)];
}
