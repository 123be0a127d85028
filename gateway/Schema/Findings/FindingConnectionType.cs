using EduAnalytics.Domain.Findings;
using EduAnalytics.Gateway.Queries.Findings;
using EduAnalytics.Gateway.Release;
using EduAnalytics.Gateway.Schema.OrgUnits;
using EduAnalytics.Gateway.Transport.SourceFields;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Findings;

internal sealed class FindingConnectionType : OutputType<FindingPage>
{
    public FindingConnectionType()
    {
        Name = "FindingConnection";
        List<FindingType>("nodes").From(source => source.Nodes);
        List<FindingEdgeType>("edges").From(source => source.Nodes);
        Required<PageInfoType>("pageInfo").From(source => source);
        Required<IntGraphType>("totalCount").From(source => source.TotalCount);
        Required<IntGraphType>("skipped")
            .Description("How many findings of the list come before the page.")
            .From(source => source.Skipped);
        Required<FindingCountsType>("counts")
            .Description("How many findings each choice would list, the other choices as they are.")
            .From(source => source.Counts);
    }
}

internal sealed class FindingEdgeType : OutputType<Released<Finding>>
{
    public FindingEdgeType()
    {
        Name = "FindingEdge";
        Required<StringGraphType>("cursor").From(source => FindingPage.CursorOf(source));
        Required<FindingType>("node").From(source => source);
    }
}
