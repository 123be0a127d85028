namespace EduAnalytics.Plots.Strips;

/// <summary>Moves dots of like value apart, across the axis and never along it.</summary>
internal static class Swarm
{
    /// <summary>
    /// The offset of each dot from the middle: the nearest free place, by turns on both sides. Where even the outermost
    /// is taken, dots begin to cover each other, which at least shows that there are many.
    /// </summary>
    /// <param name="along">Pixels along the axis, ascending.</param>
    /// <param name="across">Pixels across one dot and the gap to the next.</param>
    /// <param name="most">The largest offset.</param>
    public static double[] Offsets(IReadOnlyList<double> along, double across, double most)
    {
        var lanes = new List<double> { 0 };
        for (var step = 1; step * across <= most; step++)
            lanes.AddRange([-step * across, step * across]);
        // Per lane only its last dot can be in the way of the next one.
        var ends = Enumerable.Repeat(double.NegativeInfinity, lanes.Count).ToArray();
        var offsets = new double[along.Count];
        for (var i = 0; i < along.Count; i++)
        {
            var free = Array.FindIndex(ends, end => along[i] - end >= across);
            var lane = free >= 0 ? free : i % lanes.Count;
            ends[lane] = along[i];
            offsets[i] = lanes[lane];
        }

        return offsets;
    }
}
