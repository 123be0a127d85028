using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;

namespace EduAnalytics.Domain.Findings;

/// <summary>An indicator at one spot: computed, stated, or both; without any rounding.</summary>
internal readonly record struct IndicatorReading(Indicator Indicator, Computation? Computed, StatedValue? Stated)
{
    /// <summary>The computed value, else the stated one; null where there is no data.</summary>
    public decimal? Exact => Computed?.Exact ?? Stated?.Value;

    /// <summary>The value as readers see it: what is computed is rounded, what is stated stands as stated.</summary>
    public decimal? Shown => Computed switch
    {
        { RestsOnStatementAlone: true } own => own.Exact,
        { } computed => decimal.Round(computed.Exact, Indicator.Decimals, MidpointRounding.AwayFromZero),
        null => Stated?.Value,
    };

    /// <summary>True where the computed value speaks of all the units that should be in it.</summary>
    public bool IsWhole => Computed?.Parts is { } parts && (parts.Stated || parts.ReportedUnits >= parts.ExpectedUnits);

    public decimal? Denominator => Computed?.Denominator;

    public static IndicatorReading Of(Indicator indicator, Spot spot, IMeasures measures)
    {
        var stage = indicator.StageFor(spot.Stage);
        var computed = Computation.Of(indicator.Formula, spot.Period, stage, measures);
        var isStated = measures.TryStated(new MeasureKey(indicator.Code, spot.Period, stage), out var stated);
        return new IndicatorReading(indicator, computed, isStated ? stated : null);
    }

    /// <summary>
    /// Whether two years of an indicator rest on the same units: schools that began to report would look like growth.
    /// </summary>
    public bool IsLike(IndicatorReading other)
    {
        if (Computed is not { } here || other.Computed is not { } there)
            return Exact is not null && other.Exact is not null;
        return here.Parts.ReportedUnits == there.Parts.ReportedUnits;
    }
}
