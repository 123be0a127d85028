using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Domain.Standards;

/// <summary>
/// The measure by which a unit can move an indicator's value: the numerator, since nobody would change the number of
/// students to look better. The value follows as amount ÷ denominator × scale − offset.
/// </summary>
/// <param name="Offset">What is taken away: for a change against the year before, that year's value.</param>
/// <param name="Step">The smallest amount that can be added: 1 of what is whole, else a hundredth (a fen, 100 cm²).</param>
internal sealed record Lever(
    OrgUnitId OrgUnit, string Measure, SchoolStage? Stage, decimal Amount, decimal Denominator, decimal Scale, decimal Offset, decimal Step)
{
    private const decimal SmallestPart = 0.01m;

    /// <summary>Null where the formula has no one measure that moves it.</summary>
    public static Lever? Of(Formula formula, Computation computed, OrgUnitId unit, SchoolStage? stage, Catalogue catalogue)
    {
        Lever? On(string measure, decimal? amount, decimal? denominator, decimal scale) =>
            amount is { } above && denominator is { } below
                ? new Lever(unit, measure, stage, above, below, scale, 0, StepOf(measure, catalogue))
                : null;

        return formula switch
        {
            Formula.Sum sum => On(sum.Terms[0], computed.Exact, 1, 1),
            Formula.Ratio ratio => On(ratio.Numerator[0], computed.Numerator, computed.Denominator, ratio.Scale),
            Formula.ShareOfSchools share => On(share.Of, computed.Numerator, computed.Denominator, share.AsRatio.Scale),
            Formula.RatioOfAverages ratio => On(ratio.Numerator.Average, computed.Numerator, computed.Denominator, 1),
            _ => null,
        };
    }

    public static decimal StepOf(string measure, Catalogue catalogue) =>
        catalogue.FindMeasure(measure) is { Whole: true } ? 1 : SmallestPart;

    public decimal ValueAt(decimal amount) => (amount / Denominator * Scale) - Offset;

    /// <summary>How much of what meeting a target takes is missing, between 0 and 1: compares teachers with yuan.</summary>
    public decimal ShortfallFrom(Target target) =>
        target.Value == 0 ? 0 : Math.Clamp(1 - (ValueAt(Amount) / target.Value), 0, 1);

    /// <summary>The smallest change after which the target is met; null where no amount meets it.</summary>
    public Remedy? RemedyFor(Target target)
    {
        if (target.IsMetBy(ValueAt(Amount)))
            return null;
        var direction = target.Comparison == TargetComparison.AtLeast ? Step : -Step;
        var needed = (target.Value + Offset) * Denominator / Scale;
        var steps = Math.Max(1, decimal.Ceiling((needed - Amount) / direction));

        // The quotient is rounded at its 28th digit, and 'below' is not met by the threshold itself: one step more or less.
        while (steps > 1 && target.IsMetBy(ValueAt(Amount + ((steps - 1) * direction))))
            steps--;
        if (!target.IsMetBy(ValueAt(Amount + (steps * direction))))
            steps++;
        var after = Amount + (steps * direction);
        return after < 0 || !target.IsMetBy(ValueAt(after)) ? null : new Remedy(OrgUnit, Measure, Stage, steps * direction);
    }
}
