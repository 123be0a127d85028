using EduAnalytics.Dashboard.GraphQL;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.FluentUI.AspNetCore.Components;

namespace EduAnalytics.Dashboard;

public static class DashboardServices
{
    /// <summary>
    /// The pages and the plot images. The host adds an <see cref="IGraphQLClient"/>: its own where gateway and dashboard
    /// share a process, <see cref="AddRemoteGraphQL"/> where they do not.
    /// </summary>
    public static IServiceCollection AddEduDashboard(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddFluentUIComponents();
        return services;
    }

    /// <param name="endpoint">The gateway's <c>/graphql</c>.</param>
    public static IServiceCollection AddRemoteGraphQL(this IServiceCollection services, Uri endpoint)
    {
        services.AddHttpClient<IGraphQLClient, HttpGraphQLClient>(http => http.BaseAddress = endpoint);
        return services;
    }
}
