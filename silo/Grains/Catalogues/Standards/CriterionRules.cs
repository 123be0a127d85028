using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Standards;

namespace EduAnalytics.Grains.Catalogues.Standards;

/// <summary>Whether a criterion can ever be met and missed: its indicator has the stage, and its kind fits its formula.</summary>
/// <param name="before">The standard's criteria above this one.</param>
internal sealed class CriterionRules(Criterion criterion, YamlEntry entry, IReadOnlyDictionary<string, Criterion> before)
{
    public void Check()
    {
        if (criterion.Stage is { } stage && !criterion.Indicator.Stages.Contains(stage))
        {
            entry.Refuse(
                "code",
                $"{criterion.Indicator.Code} is not kept for {Words<SchoolStage>.Spelt(stage)}",
                criterion.Indicator.Stages.IsEmpty ? "a threshold that is not set by stage" : $"one of {Words<SchoolStage>.List(criterion.Indicator.Stages)}");
        }

        switch (criterion.Scope)
        {
            case CriterionScope.Spread spread:
                CheckSpread(spread);
                break;
            case CriterionScope.MostOf rule:
                CheckRule(rule);
                break;
        }
    }

    private void CheckSpread(CriterionScope.Spread spread)
    {
        foreach (var indicator in spread.Of.Where(indicator => indicator.Formula is not Formula.Ratio))
            entry.Refuse("code", $"{indicator.Code} is no ratio", "a ratio: a spread weighs each school by the ratio's denominator");
        if (criterion.Comparison != TargetComparison.AtMost)
            entry.Refuse("code", "a spread is to be large", "at_most: schools are to be alike");
    }

    private void CheckRule(CriterionScope.MostOf rule)
    {
        foreach (var code in rule.Criteria)
        {
            if (!before.TryGetValue(code, out var named))
                entry.Refuse("most_of", $"there is no criterion '{code}' above", "criteria of this standard over each school, defined before the rule");
            else if (named is not { Scope: CriterionScope.EachSchool, Comparison: TargetComparison.AtLeast, Threshold: > 0 })
                entry.Refuse("most_of", $"a share of the threshold means nothing for {code}", "criteria with each_school and at_least above 0");
        }

        var countable = criterion.Threshold == decimal.Truncate(criterion.Threshold)
            && criterion.Threshold >= 1 && criterion.Threshold <= rule.Criteria.Length;
        if (criterion.Comparison != TargetComparison.AtLeast || !countable)
            entry.Refuse("code", $"{criterion.Threshold} of {rule.Criteria.Length} criteria are asked for", $"at_least a whole number from 1 to {rule.Criteria.Length}");
    }
}
