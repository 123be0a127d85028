using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Standards;
using EduAnalytics.Gateway.Schema.Indicators;
using EduAnalytics.Gateway.Schema.Scalars;
using EduAnalytics.Gateway.Transport.SourceFields;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Standards;

internal sealed class CriterionType : OutputType<Criterion>
{
    public CriterionType()
    {
        Name = "Criterion";
        Required<IdGraphType>("code").From(source => source.Code);
        Required<StringGraphType>("name").From(source => source.Name);
        Required<StringGraphType>("nameEn").From(source => source.NameEn);
        Required<IndicatorType>("indicator").From(source => source.Indicator);
        Optional<EnumerationGraphType<SchoolStage>>("stage").From(source => source.Stage);
        Required<DecimalScalar>("threshold").From(source => source.Threshold);
        Required<StringGraphType>("comparison")
            .Description("AT_LEAST, AT_MOST or BELOW the threshold.")
            .From(source => ComparisonWord(source.Comparison));
        Required<CriterionScopeType>("scope").From(source => CriterionScopeType.WordFor(source.Scope));
        List<IdGraphType>("counted")
            .Description("For a rule over several criteria: their codes. They do not decide alone, the rule does.")
            .From(source => source.Scope is CriterionScope.MostOf rule ? rule.Criteria : []);
        Optional<DecimalScalar>("restShare")
            .Description("For a rule: the share of its threshold at which each criterion missed must stand, such as 0.85.")
            .From(source => (source.Scope as CriterionScope.MostOf)?.RestShare);
        List<IdGraphType>("spreadOf")
            .Description("For a spread: the indicators whose variation between schools is taken; their mean where there are several.")
            .From(source => source.Scope is CriterionScope.Spread spread ? spread.Of.Select(indicator => indicator.Code) : []);
        Optional<StringGraphType>("section")
            .Description("The section of the document, or of the report that answers it.")
            .From(source => source.Section);
        Optional<StringGraphType>("source").From(source => source.Target.Source);
        Required<BooleanGraphType>("sourceConfirmed")
            .Description("False where the threshold was not seen in a public text.")
            .From(source => source.Target.SourceConfirmed);
        Optional<StringGraphType>("sourceDoubt")
            .Description("What of the threshold's source was not seen in a public text, in English; null where all of it was.")
            .From(source => source.Target.SourceDoubt);
    }

    private static string ComparisonWord(TargetComparison comparison) => comparison switch
    {
        TargetComparison.AtLeast => "AT_LEAST",
        TargetComparison.AtMost => "AT_MOST",
        _ => "BELOW",
    };
}
