using EduAnalytics.Domain.Findings;
using EduAnalytics.Gateway.Transport.SourceFields;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Findings;

internal sealed class FindingRuleType : OutputType<FindingRule>
{
    public FindingRuleType()
    {
        Name = "FindingRule";
        Required<IdGraphType>("code").From(source => source.Code);
        Required<StringGraphType>("name").From(source => source.Name.Chinese);
        Required<StringGraphType>("nameEn").From(source => source.Name.English);
        Required<StringGraphType>("why").From(source => source.Why.Chinese);
        Required<StringGraphType>("whyEn").From(source => source.Why.English);
        Optional<StringGraphType>("source")
            .Description("The policy document behind the rule; null where it is plain arithmetic.")
            .From(source => source.Source);
        Optional<StringGraphType>("sourceDoubt")
            .Description("What of the source was not seen in a public text, in English; null where all of it was.")
            .From(source => source.SourceDoubt);
    }
}
