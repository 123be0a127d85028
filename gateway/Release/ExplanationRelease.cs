using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Release.Values;

namespace EduAnalytics.Gateway.Release;

/// <summary>
/// Why a value is what it is, as far as the reader may know. Its formula may be known always; the numbers in it only where
/// the value is shown, and a part only where that part is.
/// </summary>
public sealed class ExplanationRelease(IndicatorQueries indicators, HiddenCells hidden, OrgUnitQueries orgUnits)
{
    public async Task<Released<Explanation>> Of(Caller caller, Released<IndicatorValue> released)
    {
        var value = released.Shown;
        var indicator = indicators.Require(value.Indicator);
        if (value.Withheld is not null)
            return new Released<Explanation>(new Explanation(FormulaText.Symbols(indicator.Formula), [], []));
        var rights = new Rights(caller, await orgUnits.Tree());
        var explained = await indicators.Explain(value);
        return new Released<Explanation>(rights.IsStaff ? explained : await ForOthers(rights, indicator, value, explained));
    }

    private async Task<Explanation> ForOthers(Rights rights, Indicator indicator, IndicatorValue value, Explanation explained)
    {
        var parts = explained.Contributions.Select(part => (Part: part, Cells: CellsOf(part.OrgUnit, part.Measure))).ToList();
        var terms = indicator.Formula.Measures.Select(code => CellOf(value.OrgUnit, code)).ToList();
        var withheld = await hidden.Among(rights, parts.SelectMany(one => one.Cells).Concat(terms));
        var termsShown = !terms.Any(withheld.Contains);
        return new Explanation(
            termsShown ? explained.Formula : FormulaText.InWhole(indicator.Formula, value),
            [.. parts.Where(one => !one.Cells.Any(withheld.Contains)).Select(one => one.Part)],
            termsShown ? explained.Sources : [.. explained.Sources.Select(source => source with { Quote = null })]);

        // A part is hidden with its unit's value of the indicator too, whichever side of the line it stands on.
        UnitCell[] CellsOf(OrgUnitId unit, string measure) => [CellOf(unit, measure), CellOf(unit, indicator.Code)];

        UnitCell CellOf(OrgUnitId unit, string code) => new(unit, new MeasureKey(code, value.Period, indicator.StageFor(value.Stage)));
    }
}
