using EduAnalytics.Dashboard.Compare;

namespace EduAnalytics.Dashboard.Visuals;

/// <summary>A total's change, parted among the units that made it.</summary>
/// <param name="Shift">
/// What no unit made by itself: people moving between units whose rates differ. Null where amounts add up and there is none.
/// </param>
public sealed record ChangeParts(
    decimal Start, decimal End, IReadOnlyList<(ComparedUnit Unit, decimal Amount)> Units, decimal? Shift)
{
    /// <summary>
    /// Of what adds up, each unit's own change. Of a rate, by weights w and rates r of both periods: a unit's part is its
    /// change of rate at its mean weight, and the shift is the change of weights at the mean rates. Together they are the
    /// whole change, exactly, since w₂r₂ − w₁r₁ = (w₁ + w₂)/2 · (r₂ − r₁) + (r₁ + r₂)/2 · (w₂ − w₁).
    /// </summary>
    /// <returns>Null where the indicator has no parts that add up, or no unit has them in both periods.</returns>
    public static ChangeParts? Of(ComparedIndicator compared, TwoPeriods periods)
    {
        var isRate = compared.Indicator.Unit is "percent" or "ratio"
            || compared.Units.SelectMany(unit => unit.Readings).Any(reading => reading.Denominator is not null);
        return isRate ? OfRate(compared, periods) : OfSum(compared, periods);
    }

    private static ChangeParts? OfSum(ComparedIndicator compared, TwoPeriods periods)
    {
        var both = compared.Units
            .Where(unit => unit.At(periods.From).Value is not null && unit.At(periods.To).Value is not null)
            .Select(unit => (Unit: unit, From: unit.At(periods.From).Value!.Value, To: unit.At(periods.To).Value!.Value)).ToList();
        return both.Count == 0
            ? null
            : new ChangeParts(both.Sum(one => one.From), both.Sum(one => one.To), [.. both.Select(one => (one.Unit, one.To - one.From))], null);
    }

    private static ChangeParts? OfRate(ComparedIndicator compared, TwoPeriods periods)
    {
        var both = compared.Units
            .Select(unit => (Unit: unit, From: Counts.Of(unit, periods.From), To: Counts.Of(unit, periods.To)))
            .Where(one => one.From is not null && one.To is not null)
            .Select(one => (one.Unit, From: one.From!.Value, To: one.To!.Value)).ToList();
        if (both.Count == 0 || ScaleOf(both.SelectMany(one => new[] { one.From, one.To })) is not { } scale)
            return null;
        var (allFrom, allTo) = (both.Sum(one => one.From.Below), both.Sum(one => one.To.Below));
        var units = new List<(ComparedUnit, decimal)>();
        var shift = 0m;
        foreach (var (unit, from, to) in both)
        {
            var (weightFrom, weightTo) = (from.Below / allFrom, to.Below / allTo);
            units.Add((unit, (weightFrom + weightTo) / 2 * (to.Rate - from.Rate) * scale));
            shift += (from.Rate + to.Rate) / 2 * (weightTo - weightFrom) * scale;
        }

        return new ChangeParts(
            both.Sum(one => one.From.Above) / allFrom * scale, both.Sum(one => one.To.Above) / allTo * scale, units, shift);
    }

    /// <summary>What the indicator multiplies its quotient by, from a value and its parts; null where all values are zero.</summary>
    private static decimal? ScaleOf(IEnumerable<Counts> counts)
    {
        foreach (var one in counts.Where(one => one is { Rate: > 0, Value: > 0 }).OrderByDescending(one => one.Value))
        {
            // Values are rounded, scales are powers of ten.
            var exponent = Math.Round(Math.Log10((double)(one.Value / one.Rate)));
            return (decimal)Math.Pow(10, exponent);
        }

        return null;
    }

    private readonly record struct Counts(decimal Above, decimal Below, decimal Value)
    {
        public decimal Rate => Above / Below;

        public static Counts? Of(ComparedUnit unit, string period) =>
            unit.At(period) is { Value: { } value, Numerator: { } above, Denominator: { } below } && below > 0
                ? new Counts(above, below, value)
                : null;
    }
}
