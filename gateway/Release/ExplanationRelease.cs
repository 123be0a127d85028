using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Queries;

namespace EduAnalytics.Gateway.Release;

/// <summary>
/// Why a value is what it is, as far as the reader may know. Its formula may be known always; the numbers in it only where
/// the value is shown, and a part only where that part is.
/// </summary>
public sealed class ExplanationRelease(IndicatorQueries indicators, WithheldQueries withheld, OrgUnitQueries orgUnits, Catalogue catalogue)
{
    public async Task<Released<Explanation>> Of(Caller caller, Released<IndicatorValue> released)
    {
        var value = released.Shown;
        if (value.Withheld is not null)
            return WithoutNumbers(value);
        var rights = new Rights(caller, await orgUnits.Tree());
        var explained = await indicators.Explain(value);
        return rights.IsStaff ? new Released<Explanation>(explained) : await ForOthers(value, explained);
    }

    private async Task<Released<Explanation>> ForOthers(IndicatorValue value, Explanation explained)
    {
        // Asked after the explanation, whose numbers may be newer than the value's.
        var own = new ValueQuery(value.OrgUnit, value.Indicator, value.Period, value.Stage, value.ReadAsOf);
        var hidden = await withheld.Among(SingleStages(own).Prepend(own));
        return hidden.Contains(own)
            ? WithoutNumbers(value)
            : new Released<Explanation>(explained with
            {
                Contributions = [.. explained.Contributions.Where(part => part.Withheld is null && IsJudged(part.Measure))],
                Sources = hidden.Count == 0 ? explained.Sources : [.. explained.Sources.Select(source => source with { Quote = null })],
            });
    }

    private Released<Explanation> WithoutNumbers(IndicatorValue value) =>
        new(new Explanation(FormulaText.Symbols(indicators.Require(value.Indicator).Formula), [], []));

    /// <summary>What is stated by stage is a source of the whole, and its words tell the stage's number.</summary>
    private IEnumerable<ValueQuery> SingleStages(ValueQuery whole) =>
        whole.Stage is not null ? [] : indicators.Require(whole.Indicator).Stages.Select(stage => whole with { Stage = stage });

    /// <summary>False for what a formula needs and nobody can ask for, such as the moments of a spread: whether it may be shown was never asked.</summary>
    private bool IsJudged(string measure) => catalogue.FindMeasure(measure) is { Derivation: null } || catalogue.Counts.Find(measure) is not null;
}
