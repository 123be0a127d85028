using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Release.Sources;

namespace EduAnalytics.Gateway.Release;

/// <summary>
/// Why values are what they are, as far as the reader may know. A formula may be known always; the numbers in it only where
/// the value is shown, and a part only where that part is.
/// </summary>
public sealed class ExplanationRelease(IndicatorQueries indicators, WithheldQueries withheld, OrgUnitQueries orgUnits, Catalogue catalogue)
{
    /// <summary>In the order of the values, which one reader has been shown.</summary>
    public async Task<IReadOnlyList<Released<ExplainedValue>>> Of(Caller caller, IReadOnlyList<Released<IndicatorValue>> released)
    {
        var shown = released.Select(value => value.Shown).Where(value => value.Withheld is null).ToList();
        var explained = (await indicators.Explain(shown)).Select((why, at) => new ExplainedValue(shown[at], why, SourceReach.All)).ToList();
        var rights = new Rights(caller, await orgUnits.Tree());
        var told = new Queue<ExplainedValue>(rights.IsStaff ? explained : await ForOthers(explained));
        return [.. released.Select(value => new Released<ExplainedValue>(value.Shown.Withheld is null ? told.Dequeue() : Withheld(value.Shown)))];
    }

    private ExplainedValue Withheld(IndicatorValue value) =>
        new(value, new Explanation(FormulaText.Symbols(indicators.Require(value.Indicator).Formula), []), SourceReach.None);

    private async Task<IEnumerable<ExplainedValue>> ForOthers(IReadOnlyList<ExplainedValue> explained)
    {
        // Asked after the explanations, whose numbers may be newer than the values'.
        var hidden = await withheld.Among(explained.SelectMany(one => SingleStages(Own(one.Value)).Prepend(Own(one.Value))));
        return explained.Select(one => hidden.Contains(Own(one.Value))
            ? Withheld(one.Value)
            : new ExplainedValue(
                one.Value,
                one.Explanation with { Contributions = [.. one.Explanation.Contributions.Where(part => part.Withheld is null && IsJudged(part.Measure))] },
                SingleStages(Own(one.Value)).Any(hidden.Contains) ? SourceReach.Documents : SourceReach.QuotedDocuments));
    }

    private static ValueQuery Own(IndicatorValue value) => new(value.OrgUnit, value.Indicator, value.Period, value.Stage, value.ReadAsOf);

    /// <summary>What is stated by stage is a source of the whole, and its words tell the stage's number.</summary>
    private IEnumerable<ValueQuery> SingleStages(ValueQuery whole) =>
        whole.Stage is not null ? [] : indicators.Require(whole.Indicator).Stages.Select(stage => whole with { Stage = stage });

    /// <summary>
    /// False for what a formula needs and nobody can ask for, such as the moments of a spread: whether it may be shown was
    /// never asked. A ratio without a code of its own is marked by the counts that it is made of.
    /// </summary>
    private bool IsJudged(string measure) =>
        catalogue.FindMeasure(measure) is not { } known || known.Derivation is null || catalogue.Counts.Find(measure) is not null;
}
