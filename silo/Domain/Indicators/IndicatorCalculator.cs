using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Indicators;

/// <summary>
/// Computes an indicator from a unit's measures. A ratio is the summed numerator over the summed denominator, never an
/// average of ratios; a stated rate stands beside the computed one and is used alone only where nothing can be computed.
/// </summary>
public static class IndicatorCalculator
{
    public static IndicatorValue Evaluate(Indicator indicator, Period period, SchoolStage? stage, IMeasures measures)
    {
        var computedFor = indicator.StageFor(stage);
        var computed = Computation.Of(indicator.Formula, period, computedFor, measures);
        var stated = FindStated(indicator, period, computedFor, measures);
        var value = Combine(computed, stated, indicator.Decimals);
        var before = ValueAt(indicator, period.Previous, computedFor, measures);
        var target = indicator.TargetFor(period, computedFor);
        return new IndicatorValue
        {
            OrgUnit = measures.Unit.Id,
            Indicator = indicator.Code,
            Period = period,
            Stage = stage,
            Value = value.Shown,
            Numerator = computed?.Numerator,
            Denominator = computed?.Denominator,
            Basis = value.Basis,
            Reported = value.Beside,
            Target = target?.Value,
            Status = StatusOf(value.Exact, target),
            Change = value.Shown - before,
            AsOf = value.AsOf,
            ReportedUnits = value.Shown is null ? 0 : computed?.Parts.ReportedUnits ?? 1,
            ExpectedUnits = computed?.Parts.ExpectedUnits ?? 1,
            Version = measures.Version,
        };
    }

    private static decimal? ValueAt(Indicator indicator, Period period, SchoolStage? stage, IMeasures measures) =>
        Combine(Computation.Of(indicator.Formula, period, stage, measures), FindStated(indicator, period, stage, measures), indicator.Decimals).Shown;

    private static CombinedValue Combine(Computation? computed, StatedValue? stated, int decimals)
    {
        if (computed is { } from)
        {
            // A sum that is the authority's own statement has no components here: it is reported, not computed.
            var basis = from.RestsOnStatementAlone ? Basis.Reported : Basis.Computed;
            var shown = basis == Basis.Reported ? from.Exact : decimal.Round(from.Exact, decimals, MidpointRounding.AwayFromZero);
            var beside = basis == Basis.Reported ? null : stated?.Value;
            return new CombinedValue(from.Exact, shown, basis, beside, from.Parts.AcceptedAt);
        }

        return stated is { } alone
            ? new CombinedValue(alone.Value, alone.Value, Basis.Reported, null, alone.AcceptedAt)
            : new CombinedValue(null, null, Basis.Computed, null, null);
    }

    private static StatedValue? FindStated(Indicator indicator, Period period, SchoolStage? stage, IMeasures measures) =>
        measures.TryStated(new MeasureKey(indicator.Code, period, stage), out var stated) ? stated : null;

    private static TargetStatus StatusOf(decimal? exact, Target? target)
    {
        if (exact is not { } value)
            return TargetStatus.NoData;
        if (target is null)
            return TargetStatus.NoTarget;
        return target.IsMetBy(value) ? TargetStatus.Met : TargetStatus.Missed;
    }

    private readonly record struct CombinedValue(decimal? Exact, decimal? Shown, Basis Basis, decimal? Beside, DateTimeOffset? AsOf);
}
