using EduAnalytics.Domain.Findings;
using EduAnalytics.Gateway.Queries.Findings;
using EduAnalytics.Gateway.Release;
using EduAnalytics.Gateway.Schema.OrgUnits;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Findings;

internal sealed class FindingConnectionType : OutputType<FindingPage>
{
    public FindingConnectionType()
    {
        Name = "FindingConnection";
        List<FindingType>("nodes").Resolve(context => context.Source.Nodes);
        List<FindingEdgeType>("edges").Resolve(context => context.Source.Nodes);
        Required<PageInfoType>("pageInfo").Resolve(context => context.Source);
        Required<IntGraphType>("totalCount").Resolve(context => context.Source.TotalCount);
        Required<IntGraphType>("skipped")
            .Description("How many findings of the list come before the page.")
            .Resolve(context => context.Source.Skipped);
        Required<FindingCountsType>("counts")
            .Description("How many findings each choice would list, the other choices as they are.")
            .Resolve(context => context.Source.Counts);
    }
}

internal sealed class FindingEdgeType : OutputType<Released<Finding>>
{
    public FindingEdgeType()
    {
        Name = "FindingEdge";
        Required<StringGraphType>("cursor").Resolve(context => FindingPage.CursorOf(context.Source));
        Required<FindingType>("node").Resolve(context => context.Source);
    }
}
