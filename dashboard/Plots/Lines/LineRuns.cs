namespace EduAnalytics.Plots.Lines;

/// <summary>Where a series' line runs.</summary>
internal static class LineRuns
{
    /// <summary>
    /// The stretches of neighbouring periods that a line may connect, as first and last index. A missing value ends
    /// a run, and a point that is not comparable has none: bridging either would show a trend nobody measured.
    /// </summary>
    public static IEnumerable<(int First, int Last)> Of(IReadOnlyList<LinePoint> points)
    {
        for (var first = 0; first < points.Count; first++)
        {
            var last = first;
            while (last + 1 < points.Count && Connects(points[last]) && Connects(points[last + 1]))
                last++;
            if (last > first)
                yield return (first, last);
            first = last;
        }
    }

    /// <summary>Indexes of the points that some line touches.</summary>
    public static HashSet<int> Reached(IReadOnlyList<LinePoint> points) =>
        [.. Of(points).SelectMany(run => Enumerable.Range(run.First, run.Last - run.First + 1))];

    private static bool Connects(LinePoint point) => point is { Value: not null, Joined: true };
}
