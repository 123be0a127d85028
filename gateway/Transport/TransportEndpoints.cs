using EduAnalytics.Gateway.Transport.Http;
using EduAnalytics.Gateway.Transport.Page;
using EduAnalytics.Gateway.Transport.WebSocket;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EduAnalytics.Gateway.Transport;

internal static class TransportEndpoints
{
    /// <summary>One address for queries, sockets and the page; the page's files lie below it.</summary>
    public static IEndpointConventionBuilder MapGraphQLTransport(this IEndpointRouteBuilder endpoints, string path)
    {
        var services = endpoints.ServiceProvider;
        var http = services.GetRequiredService<HttpTransport>();
        var sockets = services.GetRequiredService<SocketTransport>();
        var page = services.GetRequiredService<EmbeddedPage>();

        endpoints.MapGet($"{path}/assets/{{**file}}", (HttpContext context, string file) => page.WriteAsync(context, $"assets/{file}"));
        endpoints.MapGet($"{path}/schema.graphql", services.GetRequiredService<SchemaText>().WriteAsync);
        var pipeline = endpoints.CreateApplicationBuilder();
        pipeline.UseWebSockets();
        pipeline.Run(context =>
            context.WebSockets.IsWebSocketRequest ? sockets.HandleAsync(context)
            : IsAddressBar(context.Request) ? page.WriteAsync(context, "index.html")
            : http.HandleAsync(context));
        return endpoints.Map(path, pipeline.Build());
    }

    private static bool IsAddressBar(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && !request.Query.ContainsKey("query")
        && !request.Query.ContainsKey("extensions")
        && AnswerMediaNegotiation.Preferred(request.Headers.Accept) == AnswerMedia.Page;
}
