using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Standards;
using EduAnalytics.Gateway.Schema.Indicators;
using EduAnalytics.Gateway.Schema.Scalars;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Standards;

internal sealed class CriterionType : OutputType<Criterion>
{
    public CriterionType()
    {
        Name = "Criterion";
        Required<IdGraphType>("code").Resolve(context => context.Source.Code);
        Required<StringGraphType>("name").Resolve(context => context.Source.Name);
        Required<StringGraphType>("nameEn").Resolve(context => context.Source.NameEn);
        Required<IndicatorType>("indicator").Resolve(context => context.Source.Indicator);
        Optional<EnumerationGraphType<SchoolStage>>("stage").Resolve(context => context.Source.Stage);
        Required<DecimalScalar>("threshold").Resolve(context => context.Source.Threshold);
        Required<StringGraphType>("comparison")
            .Description("AT_LEAST, AT_MOST or BELOW the threshold.")
            .Resolve(context => ComparisonWord(context.Source.Comparison));
        Required<CriterionScopeType>("scope").Resolve(context => CriterionScopeType.WordFor(context.Source.Scope));
        List<IdGraphType>("counted")
            .Description("For a rule over several criteria: their codes. They do not decide alone, the rule does.")
            .Resolve(context => context.Source.Scope is CriterionScope.MostOf rule ? rule.Criteria : []);
        Optional<DecimalScalar>("restShare")
            .Description("For a rule: the share of its threshold at which each criterion missed must stand, such as 0.85.")
            .Resolve(context => (context.Source.Scope as CriterionScope.MostOf)?.RestShare);
        List<IdGraphType>("spreadOf")
            .Description("For a spread: the indicators whose variation between schools is taken; their mean where there are several.")
            .Resolve(context => context.Source.Scope is CriterionScope.Spread spread ? spread.Of.Select(indicator => indicator.Code) : []);
        Optional<StringGraphType>("section")
            .Description("The section of the document, or of the report that answers it.")
            .Resolve(context => context.Source.Section);
        Optional<StringGraphType>("source").Resolve(context => context.Source.Target.Source);
        Required<BooleanGraphType>("sourceConfirmed")
            .Description("False where the threshold was not seen in a public text.")
            .Resolve(context => context.Source.Target.SourceConfirmed);
        Optional<StringGraphType>("sourceDoubt")
            .Description("What of the threshold's source was not seen in a public text, in English; null where all of it was.")
            .Resolve(context => context.Source.Target.SourceDoubt);
    }

    private static string ComparisonWord(TargetComparison comparison) => comparison switch
    {
        TargetComparison.AtLeast => "AT_LEAST",
        TargetComparison.AtMost => "AT_MOST",
        _ => "BELOW",
    };
}
