using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
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
        var stage = indicator.StageFor(value.Stage);
        var parts = explained.Contributions.Select(part => (Part: part, Cells: CellsOf(part))).ToList();
        var terms = TermsOf(indicator, value, explained).ToList();
        var withheld = await hidden.Among(rights, parts.SelectMany(one => one.Cells).Concat(terms), value.ReadAsOf);
        var termsShown = !terms.Any(withheld.Contains);
        return new Explanation(
            termsShown ? explained.Formula : FormulaText.InWhole(indicator.Formula, value),
            [.. parts.Where(one => !one.Cells.Any(withheld.Contains)).Select(one => one.Part)],
            termsShown ? explained.Sources : [.. explained.Sources.Select(source => source with { Quote = null })]);

        // A part is hidden with its unit's value of the indicator too, whichever side of the line it stands on.
        UnitCell[] CellsOf(Contribution part) =>
            [CellOf(part.OrgUnit, part.Measure, value.Period, stage), CellOf(part.OrgUnit, indicator.Code, value.Period, stage)];
    }

    /// <summary>
    /// The unit's own cells that the formula's numbers and the sources' words may tell, those of single stages too: what is
    /// stated by stage is a source of the whole.
    /// </summary>
    private static IEnumerable<UnitCell> TermsOf(Indicator indicator, IndicatorValue value, Explanation explained)
    {
        var stage = indicator.StageFor(value.Stage);
        SchoolStage?[] stages = stage is null ? [null, .. indicator.Stages] : [stage];
        return explained.Contributions.Select(part => part.Measure).Append(indicator.Code).Distinct()
            .SelectMany(_ => stages, (code, at) => CellOf(value.OrgUnit, code, value.Period, at));
    }

    private static UnitCell CellOf(OrgUnitId unit, string code, Period period, SchoolStage? stage) => new(unit, new MeasureKey(code, period, stage));
}
