using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Queries;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.OrgUnits;

internal sealed class OrgUnitConnectionType : OutputType<OrgUnitPage>
{
    public OrgUnitConnectionType()
    {
        Name = "OrgUnitConnection";
        List<OrgUnitType>("nodes").Resolve(context => context.Source.Nodes);
        List<OrgUnitEdgeType>("edges").Resolve(context => context.Source.Nodes);
        Required<PageInfoType>("pageInfo").Resolve(context => context.Source);
        Required<IntGraphType>("totalCount").Resolve(context => context.Source.TotalCount);
    }
}

internal sealed class OrgUnitEdgeType : OutputType<OrgUnit>
{
    public OrgUnitEdgeType()
    {
        Name = "OrgUnitEdge";
        Required<StringGraphType>("cursor").Resolve(context => OrgUnitPage.CursorOf(context.Source));
        Required<OrgUnitType>("node").Resolve(context => context.Source);
    }
}

internal sealed class PageInfoType : OutputType<IPage>
{
    public PageInfoType()
    {
        Name = "PageInfo";
        Required<BooleanGraphType>("hasNextPage").Resolve(context => context.Source.HasNextPage);
        Required<BooleanGraphType>("hasPreviousPage").Resolve(context => context.Source.HasPreviousPage);
        Optional<StringGraphType>("startCursor").Resolve(context => context.Source.StartCursor);
        Optional<StringGraphType>("endCursor").Resolve(context => context.Source.EndCursor);
    }
}
