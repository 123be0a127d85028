using EduAnalytics.Cli.Roles.Health;
using EduAnalytics.Cli.Starting;
using EduAnalytics.Cli.Up;
using EduAnalytics.Dashboard;
using EduAnalytics.Dashboard.GraphQL;
using EduAnalytics.Gateway.Access.Elsewhere;
using EduAnalytics.Gateway.Elsewhere;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Transforms;

namespace EduAnalytics.Cli.Roles;

/// <summary>
/// A process that serves the pages and reaches neither silos nor database. What belongs to the gateway is passed on to it,
/// so that a browser knows one address, as with <c>edu up</c>.
/// </summary>
internal static class DashboardHost
{
    /// <summary>The gateway's own addresses.</summary>
    private static readonly string[] gatewayPaths =
    [
        "/graphql", "/graphql/{**rest}", "/export/{**rest}", "/ingest/{**rest}", "/session", "/session/{**rest}",
        GatewayHost.MachinesPath, $"{GatewayHost.MachinesPath}/{{**rest}}",
    ];

    /// <exception cref="StartRefusedException">Everyone could come in.</exception>
    public static WebApplication Build(WebApplicationBuilder builder, RoleSettings settings)
    {
        builder.WebHost.UseStaticWebAssets();
        builder.AddRole(settings);
        var gateways = new GatewayList(settings.Options.Gateways);
        builder.Services
            .AddEduReadersOfGatewayElsewhere()
            .AddEduDashboard()
            .AddRemoteGraphQL(gateways)
            .Configure<DashboardOptions>(dashboard =>
            {
                dashboard.IsSignInRequired = settings.Access.IsSignInRequired;
                dashboard.IssuerName = settings.Access.HasIssuerPage ? new Uri(settings.Access.Authority).Host : null;
            })
            .AddHttpForwarder()
            .AddSingleton<IForwarderHttpClientFactory, FailoverForwarding>();
        builder.Services.AddHttpClient<GatewayHealth>(http => http.BaseAddress = gateways.Current).AddHttpMessageHandler<GatewayFailover>();
        builder.Services.AddHealthChecks().AddCheck<GatewayHealth>("gateway");
        var app = builder.Build();
        app.UseSafetyHeaders();
        app.UseResponseCompression();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapRoleHealth();
        app.PassOn(gateways);
        app.MapEduDashboard();
        return app;
    }

    /// <summary>As the browser sent it, its own name for this site included: the gateway judges origins and cookies by it.</summary>
    private static void PassOn(this WebApplication app, GatewayList gateways)
    {
        // Which gateway it is in the end, the forwarder's client decides at each request.
        var first = gateways.Current.GetLeftPart(UriPartial.Authority);
        foreach (var path in gatewayPaths)
            PassOn(path).AllowAnonymous();

        // The page of that address is ours, and would take a form as well; only the file that is sent is the gateway's.
        PassOn("/import").WithMetadata(new HttpMethodMetadata([HttpMethods.Post])).WithOrder(-1).AllowAnonymous();

        IEndpointConventionBuilder PassOn(string path)
        {
            var passing = app.MapForwarder(path, first, transforms => transforms.AddOriginalHost().AddXForwarded());
            passing.Add(endpoint => endpoint.RequestDelegate = Answered(endpoint.RequestDelegate!));
            return passing;
        }
    }

    /// <summary>Tells a client in the API's own words where no gateway answered; a status alone would not say what to do.</summary>
    private static RequestDelegate Answered(RequestDelegate passOn) => async http =>
    {
        LeaveBoundsToGateway(http);
        await passOn(http);

        // An answer that broke off in its midst is broken off here too, so that half of one is never taken for a whole one.
        if (http.Features.Get<IForwarderErrorFeature>() is not null
            && http.Response is { HasStarted: false, StatusCode: >= StatusCodes.Status500InternalServerError or StatusCodes.Status413PayloadTooLarge }
            && !http.RequestAborted.IsCancellationRequested)
            await UnansweredRequests.Tell(http);
    };

    /// <summary>
    /// How much may be sent, and how slowly, is for the gateway to say: it takes larger files than a site takes forms. Only what
    /// is kept here, and does not say how long it is, must end by then.
    /// </summary>
    private static void LeaveBoundsToGateway(HttpContext http)
    {
        var isKept = http.Request.Path == "/graphql" && http.Request.ContentLength is null;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = isKept ? GatewayFailover.MostKept : null;
        if (http.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } sending)
            sending.MinDataRate = null;
        if (http.Features.Get<IHttpMinResponseDataRateFeature>() is { } reading)
            reading.MinDataRate = null;
    }
}
