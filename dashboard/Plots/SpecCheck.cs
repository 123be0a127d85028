namespace EduAnalytics.Plots;

/// <summary>Refuses specifications that contradict themselves, before anything is drawn from them.</summary>
internal static class SpecCheck
{
    private const int SmallestPicture = 24;
    private const int LargestPicture = 4000;

    public static void Size(int pixels, string name) => Demand(
        pixels is >= SmallestPicture and <= LargestPicture,
        $"{name} is {pixels} px; {SmallestPicture} to {LargestPicture} are possible.");

    public static void OneAPeriod(int points, int periods, string what) =>
        Demand(points == periods, $"{what} has {points} points for {periods} periods; it needs one a period.");

    public static void Unique(IEnumerable<string> ids)
    {
        var twice = ids.GroupBy(id => id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
        Demand(twice is null, $"The id '{twice}' occurs twice.");
    }

    public static void Demand(bool holds, string otherwise)
    {
        if (!holds)
            throw new ArgumentException(otherwise);
    }
}
