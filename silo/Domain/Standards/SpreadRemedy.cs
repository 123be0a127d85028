using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Domain.Standards;

/// <summary>A spread with the measure that moves it.</summary>
internal sealed record MeasuredSpread(string Measure, decimal Step, SchoolSpread Spread);

/// <summary>
/// Finds the smallest change at one school that brings the mean of coefficients under a limit. More at a school that has
/// little comes first; less at a school that has much is named only where no one school's more would do.
/// </summary>
internal sealed class SpreadRemedy(IReadOnlyList<MeasuredSpread> spreads, decimal limit, SchoolStage? stage)
{
    private readonly decimal sum = spreads.Sum(one => one.Spread.Coefficient!.Value);

    /// <summary>Null where no change at one school alone does it.</summary>
    public Remedy? Find()
    {
        var found = spreads.SelectMany(one => one.Spread.Schools.Select(school => At(one, school))).OfType<Candidate>().ToList();
        return found.OrderBy(candidate => candidate.Remedy.Amount < 0).ThenBy(candidate => candidate.Relative).FirstOrDefault()?.Remedy;
    }

    private Candidate? At(MeasuredSpread one, SchoolFraction school)
    {
        if (one.Spread.BestAmountOf(school) is not { } best)
            return null;
        var step = best > school.Amount ? one.Step : -one.Step;
        bool IsMetAfter(decimal steps) =>
            (sum - one.Spread.Coefficient!.Value + one.Spread.CoefficientWith(school, school.Amount + (steps * step))) / spreads.Count <= limit;

        if (FewestSteps(decimal.Floor((best - school.Amount) / step), IsMetAfter) is not { } fewest || school.Amount + (fewest * step) < 0)
            return null;
        var change = fewest * step;
        return new Candidate(new Remedy(school.School, one.Measure, stage, change), Math.Abs(change) / one.Spread.Total);
    }

    /// <summary>The coefficient falls with each step up to the last before its lowest point, and the next one is beyond it.</summary>
    private static decimal? FewestSteps(decimal toLowest, Func<decimal, bool> isMetAfter)
    {
        if (toLowest < 1 || !isMetAfter(toLowest))
            return isMetAfter(toLowest + 1) ? toLowest + 1 : null;
        var (missed, met) = (0m, toLowest);
        while (met - missed > 1)
        {
            var middle = decimal.Floor((missed + met) / 2);
            if (isMetAfter(middle))
                met = middle;
            else
                missed = middle;
        }

        return met;
    }

    /// <param name="Relative">The change as a part of what all schools have: compares teachers with yuan.</param>
    private sealed record Candidate(Remedy Remedy, decimal Relative);
}
