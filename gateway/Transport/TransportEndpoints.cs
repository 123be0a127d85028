using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Transport.Http;
using EduAnalytics.Gateway.Transport.Page;
using EduAnalytics.Gateway.Transport.Rates;
using EduAnalytics.Gateway.Transport.ServerSentEvents;
using EduAnalytics.Gateway.Transport.WebSocket;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
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
        var callers = services.GetRequiredService<ICallers>();
        var callerless = services.GetRequiredService<CallerlessAnswer>();
        var shared = services.GetRequiredService<SharedStreamTransport>();
        var page = services.GetRequiredService<EmbeddedPage>();

        endpoints.MapGet($"{path}/assets/{{**file}}", (HttpContext context, string file) => page.WriteAsync(context, $"assets/{file}"));
        endpoints.MapGet($"{path}/schema.graphql", services.GetRequiredService<SchemaText>().WriteAsync);
        var pipeline = endpoints.CreateApplicationBuilder();
        pipeline.UseRateLimiter(RatesOf(services));
        pipeline.UseWebSockets();
        pipeline.Run(context =>
            context.WebSockets.IsWebSocketRequest ? sockets.HandleAsync(context)
            : callers.Present(context.User) is null ? callerless.WriteAsync(context)
            : SharedStreamTransport.IsMeantBy(context.Request) ? shared.HandleAsync(context)
            : IsAddressBar(context.Request) ? page.WriteAsync(context, "index.html")
            : http.HandleAsync(context));

        // It asks for a caller itself: a socket's may come with its first message, and a refusal is to be GraphQL.
        return endpoints.Map(path, pipeline.Build()).AllowAnonymous();
    }

    /// <summary>In the endpoint's own pipeline: it stands behind the sign-in, and no host can forget it.</summary>
    private static RateLimiterOptions RatesOf(IServiceProvider services)
    {
        var rates = services.GetRequiredService<CallerRates>();
        var answer = services.GetRequiredService<HttpAnswer>();
        var instruments = services.GetRequiredService<GatewayInstruments>();
        return new RateLimiterOptions
        {
            GlobalLimiter = rates.Requests,
            OnRejected = async (refused, _) =>
            {
                var problem = rates.TooManyRequests(refused.Lease);
                instruments.RequestRefused(problem.Code);
                var preferred = AnswerMediaNegotiation.Preferred(refused.HttpContext.Request.Headers.Accept);
                await answer.WriteAsync(refused.HttpContext, problem, preferred == AnswerMedia.GraphQLResponse ? preferred.Value : AnswerMedia.Json);
            },
        };
    }

    private static bool IsAddressBar(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && !request.Query.ContainsKey("query")
        && !request.Query.ContainsKey("extensions")
        && AnswerMediaNegotiation.Preferred(request.Headers.Accept) == AnswerMedia.Page;
}
