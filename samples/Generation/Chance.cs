namespace EduAnalytics.Samples.Generation;

/// <summary>
/// Numbers that look random and are the same on every machine: SplitMix64, and nothing from a mathematics library whose
/// last digit differs between systems. Each unit has its own, so that a change to one school leaves the others as they were.
/// </summary>
internal sealed class Chance
{
    private const int UniformsInNormal = 12;
    private ulong state;

    public Chance(int seed, string unit)
    {
        // FNV-1a, since string hashes of the runtime differ from run to run.
        unchecked
        {
            state = 14695981039346656037UL ^ (ulong)seed;
            foreach (var c in unit)
                state = (state ^ c) * 1099511628211UL;
        }
    }

    /// <summary>From 0 up to and without 1.</summary>
    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>From 0 up to and without <paramref name="end"/>.</summary>
    public int Below(int end) => (int)(Fraction() * end);

    public bool Happens(double probability) => Fraction() < probability;

    /// <summary>About a standard normal: twelve uniforms added up.</summary>
    public double Normal()
    {
        var sum = 0.0;
        for (var i = 0; i < UniformsInNormal; i++)
            sum += Fraction();
        return sum - UniformsInNormal / 2.0;
    }

    /// <summary>A factor around 1, never far from it.</summary>
    public double Around1(double deviation) => 1 + deviation * Math.Clamp(Normal(), -2, 2);

    /// <summary>A whole number whose mean is the value.</summary>
    public int Round(double value)
    {
        var below = (int)value;
        return Happens(value - below) ? below + 1 : below;
    }

    public DateOnly Between(DateOnly first, DateOnly last) => first.AddDays(Below(last.DayNumber - first.DayNumber + 1));

    private ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15UL;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
