using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Release.Sources;
using EduAnalytics.Gateway.Release.Values;

namespace EduAnalytics.Gateway.Release;

/// <summary>
/// Why values are what they are, as far as the reader may know. A formula may be known always; the numbers in it only where
/// the value is shown, and a part only where that part is.
/// </summary>
public sealed class ExplanationRelease(IndicatorQueries indicators, HiddenCells hidden, OrgUnitQueries orgUnits, Catalogue catalogue)
{
    /// <summary>In the order of the values, which one reader has been shown.</summary>
    public async Task<IReadOnlyList<Released<ExplainedValue>>> Of(Caller caller, IReadOnlyList<Released<IndicatorValue>> released)
    {
        var shown = released.Select(value => value.Shown).Where(value => value.Withheld is null).ToList();
        var explained = (await indicators.Explain(shown)).Select((why, at) => new ExplainedValue(shown[at], why, SourceReach.All));
        var rights = new Rights(caller, await orgUnits.Tree());
        var told = new Queue<ExplainedValue>(rights.IsStaff ? explained : await ForOthers(rights, [.. explained]));
        return [.. released.Select(value => new Released<ExplainedValue>(value.Shown.Withheld is null ? told.Dequeue() : Withheld(value.Shown)))];
    }

    private ExplainedValue Withheld(IndicatorValue value) =>
        new(value, new Explanation(FormulaText.Symbols(indicators.Require(value.Indicator).Formula), []), SourceReach.None);

    private async Task<IReadOnlyList<ExplainedValue>> ForOthers(Rights rights, IReadOnlyList<ExplainedValue> explained)
    {
        var told = new ExplainedValue[explained.Count];
        var instants = explained.Select((one, at) => (One: one, At: at, Parts: one.Parts.Select(part => (part.Part, Cells: CellsOf(part))).ToList()))
            .GroupBy(one => one.One.Value.ReadAsOf);
        foreach (var instant in instants)
        {
            var withheld = await hidden.Among(
                rights, instant.SelectMany(one => one.Parts.SelectMany(part => part.Cells).Concat(TermsOf(one.One))), instant.Key);
            foreach (var (one, at, parts) in instant)
            {
                var termsShown = !TermsOf(one).Any(withheld.Contains);
                told[at] = new ExplainedValue(
                    one.Value,
                    new Explanation(
                        termsShown ? one.Explanation.Formula : FormulaText.InWhole(indicators.Require(one.Value.Indicator).Formula, one.Value),
                        [.. parts.Where(part => part.Part.Withheld is null && !part.Cells.Any(withheld.Contains)).Select(part => part.Part)]),
                    termsShown ? SourceReach.QuotedDocuments : SourceReach.Documents);
            }
        }

        return told;
    }

    /// <summary>A part is hidden with its unit's value of the indicator too, whichever side of the line it stands on.</summary>
    private UnitCell[] CellsOf(ExplainedPart explained)
    {
        var (part, stage) = (explained.Part, StageOf(explained.Whole));
        return
        [
            .. CodesOf(explained).Select(code => CellOf(part.OrgUnit, code, part.Period, stage)),
            CellOf(part.OrgUnit, explained.Whole.Indicator, explained.Whole.Period, stage),
        ];
    }

    /// <summary>
    /// The unit's own cells that the formula's numbers and the sources' words may tell, those of single stages too: what is
    /// stated by stage is a source of the whole.
    /// </summary>
    private IEnumerable<UnitCell> TermsOf(ExplainedValue explained)
    {
        var value = explained.Value;
        var stage = StageOf(value);
        SchoolStage?[] stages = stage is null ? [null, .. indicators.Require(value.Indicator).Stages] : [stage];
        return explained.Parts.SelectMany(part => CodesOf(part)).Append(value.Indicator).Distinct()
            .SelectMany(_ => stages, (code, at) => CellOf(value.OrgUnit, code, value.Period, at));
    }

    /// <summary>What a part is made of: a ratio or a spread among the parts has no code of its own.</summary>
    private ImmutableArray<string> CodesOf(ExplainedPart part) =>
        catalogue.FindMeasure(part.Part.Measure) is not null ? [part.Part.Measure] : part.Question.Codes(catalogue);

    private SchoolStage? StageOf(IndicatorValue value) => indicators.Require(value.Indicator).StageFor(value.Stage);

    private static UnitCell CellOf(OrgUnitId unit, string code, Period period, SchoolStage? stage) => new(unit, new MeasureKey(code, period, stage));
}
