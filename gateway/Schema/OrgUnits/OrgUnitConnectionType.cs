using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Transport.SourceFields;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.OrgUnits;

internal sealed class OrgUnitConnectionType : OutputType<OrgUnitPage>
{
    public OrgUnitConnectionType()
    {
        Name = "OrgUnitConnection";
        List<OrgUnitType>("nodes").From(source => source.Nodes);
        List<OrgUnitEdgeType>("edges").From(source => source.Nodes);
        Required<PageInfoType>("pageInfo").From(source => source);
        Required<IntGraphType>("totalCount").From(source => source.TotalCount);
    }
}

internal sealed class OrgUnitEdgeType : OutputType<OrgUnit>
{
    public OrgUnitEdgeType()
    {
        Name = "OrgUnitEdge";
        Required<StringGraphType>("cursor").From(source => OrgUnitPage.CursorOf(source));
        Required<OrgUnitType>("node").From(source => source);
    }
}

internal sealed class PageInfoType : OutputType<IPage>
{
    public PageInfoType()
    {
        Name = "PageInfo";
        Required<BooleanGraphType>("hasNextPage").From(source => source.HasNextPage);
        Required<BooleanGraphType>("hasPreviousPage").From(source => source.HasPreviousPage);
        Optional<StringGraphType>("startCursor").From(source => source.StartCursor);
        Optional<StringGraphType>("endCursor").From(source => source.EndCursor);
    }
}
