using EduAnalytics.Dashboard.GraphQL;
using Yarp.ReverseProxy.Forwarder;

namespace EduAnalytics.Cli.Roles;

/// <summary>What a dashboard passes on goes to the gateway that it asks itself.</summary>
internal sealed class FailoverForwarding(GatewayList gateways) : ForwarderHttpClientFactory
{
    protected override HttpMessageHandler WrapHandler(ForwarderHttpClientContext context, HttpMessageHandler handler) =>
        new GatewayFailover(gateways) { InnerHandler = base.WrapHandler(context, handler) };
}
