using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Standards;

/// <summary>A unit's value of an indicator as a standard compares it: before rounding, with the lever that moves it.</summary>
/// <param name="Lever">Null where the value is a statement without components.</param>
internal sealed record Reading(decimal Exact, Basis Basis, Lever? Lever)
{
    /// <summary>Null where nothing is computed and nothing stated.</summary>
    public static Reading? Of(Indicator indicator, Period period, SchoolStage? asked, IMeasures measures, Catalogue catalogue)
    {
        var stage = indicator.StageFor(asked);
        if (Computation.Of(indicator.Formula, period, stage, measures) is { } computed)
        {
            var basis = computed.RestsOnStatementAlone ? Basis.Reported : Basis.Computed;
            return new Reading(computed.Exact, basis, LeverOf(indicator.Formula, computed, period, stage, measures, catalogue));
        }

        return StatedBy(indicator, period, stage, measures);
    }

    /// <summary>The unit's own statement of the indicator, whatever could be computed.</summary>
    public static Reading? StatedBy(Indicator indicator, Period period, SchoolStage? stage, IMeasures measures) =>
        measures.TryStated(new MeasureKey(indicator.Code, period, stage), out var stated) ? new Reading(stated.Value, Basis.Reported, null) : null;

    private static Lever? LeverOf(
        Formula formula, Computation computed, Period period, SchoolStage? stage, IMeasures measures, Catalogue catalogue)
    {
        if (formula is not Formula.Change change)
            return Lever.Of(formula, computed, measures.Unit.Id, stage, catalogue);

        // What was last year cannot be changed any more: this year's value moves, and last year's is taken away.
        return Computation.Of(change.Of, period, stage, measures) is { } now
            && Lever.Of(change.Of, now, measures.Unit.Id, stage, catalogue) is { } lever
                ? lever with { Offset = now.Exact - computed.Exact }
                : null;
    }
}
