using System.Collections.Immutable;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Grains.Catalogues;

/// <summary>Whether an indicator's formula can ever have a value: its measures exist, and fit it and one another.</summary>
internal sealed class FormulaRules(Indicator indicator, YamlEntry entry, Entries<Measure> measures)
{
    public void Check()
    {
        var read = indicator.Formula.StatedMeasures.Select(code => measures.Resolve(entry, "formula", code)).OfType<Measure>().ToList();
        foreach (var measure in read)
        {
            CheckPeriodTypes(measure);
            CheckStages(measure);
        }

        switch (indicator.Formula)
        {
            case Formula.Sum sum:
                CheckUnits(sum.Terms, indicator.Unit, "the indicator's unit");
                break;
            case Formula.Ratio ratio:
                CheckOneUnit(ratio.Numerator);
                CheckOneUnit(ratio.Denominator);
                break;
        }

        CheckSharedCode();
    }

    private void CheckPeriodTypes(Measure measure)
    {
        var missing = indicator.PeriodTypes.Except(measure.PeriodTypes).ToList();
        if (missing.Count > 0 && !measure.PeriodTypes.IsEmpty)
        {
            entry.Refuse(
                "formula",
                $"the indicator is kept by {Words<PeriodType>.List(indicator.PeriodTypes)}, {measure.Code} by {Words<PeriodType>.List(measure.PeriodTypes)}",
                "measures kept by every kind of period for which the indicator can be asked");
        }
    }

    private void CheckStages(Measure measure)
    {
        var missing = indicator.Stages.Except(measure.Stages).ToList();
        if (missing.Count > 0)
        {
            entry.Refuse(
                "formula",
                $"{measure.Code} is not kept for {Words<SchoolStage>.List(missing)}",
                "measures kept for all of the indicator's stages");
        }
    }

    private void CheckOneUnit(ImmutableArray<string> codes)
    {
        if (codes.Select(Find).FirstOrDefault() is { } first)
            CheckUnits(codes, first.Unit, $"the unit of {first.Code}");
    }

    private void CheckUnits(ImmutableArray<string> codes, string unit, string whose)
    {
        foreach (var measure in codes.Select(Find).OfType<Measure>().Where(measure => measure.Unit != unit))
            entry.Refuse("formula", $"{measure.Code} is kept in {measure.Unit}", $"{whose}, {unit}: unlike units do not add up");
    }

    /// <summary>A figure is stated by code alone, so one code must not mean two things.</summary>
    private void CheckSharedCode()
    {
        var isItsSum = indicator.Formula is Formula.Sum { Terms: [var only] } && only == indicator.Code;
        if (Find(indicator.Code) is not null && !isItsSum)
            entry.Refuse("code", "a measure has the same code", $"another code, or the formula sum: [{indicator.Code}]");
    }

    private Measure? Find(string code) => measures.TryFind(code, out var measure) ? measure : null;
}
