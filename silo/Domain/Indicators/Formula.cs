using System.Collections.Immutable;

namespace EduAnalytics.Domain.Indicators;

/// <summary>How an indicator comes out of measures. Closed: the calculator knows every kind.</summary>
public abstract record Formula
{
    private Formula()
    {
    }

    /// <summary>The measures the formula reads, in the order in which an explanation names them.</summary>
    public abstract ImmutableArray<string> Measures { get; }

    /// <summary>The measures, added up.</summary>
    public sealed record Sum(ImmutableArray<string> Terms) : Formula
    {
        public override ImmutableArray<string> Measures => Terms;
    }

    /// <summary>Summed numerator over summed denominator, times a scale: 100 for a percentage, 1 for a ratio.</summary>
    public sealed record Ratio(ImmutableArray<string> Numerator, ImmutableArray<string> Denominator, decimal Scale) : Formula
    {
        public override ImmutableArray<string> Measures => [.. Numerator, .. Denominator];
    }

    /// <summary>Known only as an authority states it: its own formula is not open to us.</summary>
    public sealed record Stated : Formula
    {
        public override ImmutableArray<string> Measures => [];
    }
}
