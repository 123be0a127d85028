namespace EduAnalytics.Plots.Drawing;

/// <summary>The range and the ticks of a value axis, on round numbers.</summary>
internal sealed record ValueAxis(decimal Low, decimal High, IReadOnlyList<decimal> Ticks)
{
    /// <summary>Narrower is no range but noise, and its ticks could not be told apart.</summary>
    private const decimal LeastRange = 1e-9m;

    public decimal Largest => Math.Max(Math.Abs(Low), Math.Abs(High));

    /// <param name="values">Everything that must lie inside; empty gives 0 to 1.</param>
    /// <param name="floor">No range below, unless a value is.</param>
    /// <param name="ceiling">No range above, unless a value is.</param>
    /// <param name="ticks">About how many steps the axis has room for.</param>
    public static ValueAxis Over(IReadOnlyCollection<decimal> values, decimal? floor, decimal? ceiling, int ticks)
    {
        var (min, max) = values.Count == 0 ? (0m, 1m) : (values.Min(), values.Max());
        // Starting near zero costs little height and shows proportions; far from zero it would flatten every line.
        if (min > 0 && min <= max / 2)
            min = 0;
        if (max - min < LeastRange)
            (min, max) = Widened(min);
        var step = RoundStep((max - min) / Math.Max(1, ticks));
        var low = Math.Floor(min / step) * step;
        var high = Math.Ceiling(max / step) * step;
        low = floor is { } f && low < f && min >= f ? f : low;
        high = ceiling is { } c && high > c && max <= c ? c : high;
        return new ValueAxis(low, high, Steps(low, high, step));
    }

    private static (decimal, decimal) Widened(decimal value)
    {
        if (Math.Abs(value) < LeastRange)
            return (0, 1);
        var margin = Math.Abs(value) / 2;
        return (value - margin, value + margin);
    }

    /// <summary>1, 2 or 5 times a power of ten, at least the given width.</summary>
    private static decimal RoundStep(decimal width)
    {
        var power = (decimal)Math.Pow(10, Math.Floor(Math.Log10((double)width)));
        decimal[] candidates = [1, 2, 5, 10];
        return candidates.First(candidate => candidate == 10 || candidate * power >= width) * power;
    }

    private static List<decimal> Steps(decimal low, decimal high, decimal step)
    {
        var steps = new List<decimal>();
        for (var tick = Math.Ceiling(low / step) * step; tick <= high; tick += step)
            steps.Add(tick);
        return steps;
    }
}
