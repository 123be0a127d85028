using EduAnalytics.Domain.Findings;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Findings;

internal sealed class FindingRuleType : OutputType<FindingRule>
{
    public FindingRuleType()
    {
        Name = "FindingRule";
        Required<IdGraphType>("code").Resolve(context => context.Source.Code);
        Required<StringGraphType>("name").Resolve(context => context.Source.Name.Chinese);
        Required<StringGraphType>("nameEn").Resolve(context => context.Source.Name.English);
        Required<StringGraphType>("why").Resolve(context => context.Source.Why.Chinese);
        Required<StringGraphType>("whyEn").Resolve(context => context.Source.Why.English);
        Optional<StringGraphType>("source")
            .Description("The policy document behind the rule; null where it is plain arithmetic.")
            .Resolve(context => context.Source.Source);
        Optional<StringGraphType>("sourceDoubt")
            .Description("What of the source was not seen in a public text, in English; null where all of it was.")
            .Resolve(context => context.Source.SourceDoubt);
    }
}
