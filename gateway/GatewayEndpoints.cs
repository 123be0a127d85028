using EduAnalytics.Gateway.Access.Sessions;
using EduAnalytics.Gateway.Export;
using EduAnalytics.Gateway.Ingest;
using EduAnalytics.Gateway.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace EduAnalytics.Gateway;

/// <summary>Puts the gateway into a web application.</summary>
public static class GatewayEndpoints
{
    /// <summary>
    /// Serves GraphQL at <paramref name="path"/>: POST and GET, <c>graphql-transport-ws</c>, <c>graphql-sse</c>,
    /// and the query page for a browser. The bulk API is at <c>/ingest</c>, comparisons as files at <c>/export</c>.
    /// Whoever must sign in does so at <c>/session</c>.
    /// </summary>
    public static IEndpointConventionBuilder MapEduGateway(this IEndpointRouteBuilder endpoints, string path = "/graphql")
    {
        endpoints.MapEduIngest();
        endpoints.MapEduExport();
        endpoints.MapEduSessions();
        return endpoints.MapGraphQLTransport(path);
    }
}
